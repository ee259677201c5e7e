import type { Provenance } from '../../../domain/dataset/provenance.js';
import type { SampleKind } from '../../../domain/dataset/sample.js';
import type { Instant } from '../../../domain/time/instant.js';
import type { DocumentPlace } from '../../ports/document-files.port.js';

/** A document that was not taken, and why. */
export interface RejectedDocument {
  readonly place: DocumentPlace;
  readonly problem: string;
}

/** What became of documents. */
export interface ImportCounts {
  readonly inserted: number;
  readonly updated: number;
  readonly unchanged: number;
  /** Stored documents that stayed, because a synthetic one never replaces one that is not. */
  readonly kept: number;
}

/** The documents of one channel and kind. */
export interface ImportedChannel extends ImportCounts {
  readonly channel: string;
  readonly kind: SampleKind;
}

/** What the files held. */
export interface ImportReading {
  /** Everything that was met: documents that were taken, repeated and rejected. */
  readonly documents: number;
  /** Documents that stand in the files again, word for word. */
  readonly repeated: number;
  readonly rejected: number;
  /** The first of the rejected ones. */
  readonly rejections: readonly RejectedDocument[];
  readonly provenances: Readonly<Record<Provenance, number>>;
  /** The first and last moment of the documents that were taken; `null` when none was. */
  readonly span: { readonly first: Instant; readonly last: Instant } | null;
}

export interface ImportOutcome extends ImportReading {
  /** Where the documents are now, without credentials. */
  readonly store: string;
  /** By kind, then channel. */
  readonly channels: readonly ImportedChannel[];
  readonly totals: ImportCounts;
  /** Judge scores that were lost with documents that say something else now. */
  readonly scoresDropped: number;
  readonly durationSeconds: number;
}
