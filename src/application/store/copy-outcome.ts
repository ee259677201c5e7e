import type { CollectionName } from '../ports/store-documents.port.js';

/** How a document of the source stands in the target at the end. */
export interface CopyDifference {
  readonly id: string;
  readonly kind: 'missing' | 'different';
}

/** What the comparison of both stores found for one collection. */
export interface CollectionCheck {
  /** How many documents the source has at the end. */
  readonly documents: number;
  /** Documents of the target that the source does not have; they stay. */
  readonly others: number;
  /** SHA-256 over the canonical documents of the source in id order, and over those of the target with the same ids. */
  readonly sha256: { readonly source: string; readonly target: string };
  readonly differences: number;
  readonly first: CopyDifference | null;
}

/** What a copy did with one collection. */
export interface CollectionCopy extends CollectionCheck {
  readonly collection: CollectionName;
  readonly copied: number;
  readonly replaced: number;
  readonly unchanged: number;
}

/** The hashes of one data set, taken anew from the documents of both stores. */
export interface DatasetCheck {
  readonly name: string;
  readonly datasetHash: { readonly source: string; readonly target: string };
  readonly scoresHash: { readonly source: string | null; readonly target: string | null };
  readonly equal: boolean;
}

export interface CopyOutcome {
  /** Without credentials. */
  readonly source: string;
  readonly target: string;
  readonly collections: readonly CollectionCopy[];
  readonly datasets: readonly DatasetCheck[];
  /** Everything of the source is in the target, and every data set has the same hashes there. */
  readonly ok: boolean;
  readonly durationSeconds: number;
}
