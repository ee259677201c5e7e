import type { LineDifference } from './line-difference.js';

/**
 * What can be wrong with a file of an export.
 *
 * - `interrupted`: the set is not whole: a file of it is missing, or an export into the folder was cut off or still runs.
 * - `changed`: the file is not the one that the manifest describes.
 * - `unreadable`: the file cannot be read to its end (damaged compression, a line without an end).
 * - `manifest_differs`: the file is the one that was written, and the manifest (or `schema_validation.json`) was edited: it
 *   states something else, or has a query that cannot have found a line.
 * - `schema_version`: it was written under another version of the schema.
 * - `schema`, `order`, `duplicate`: a line breaks the format.
 * - `store_differs`: the store gives other lines now.
 * - `dataset_differs`: the data set has another hash in the store now.
 * - `too_few_records`, `runs_differ`: the double run is too small, or does not give the same bytes.
 */
export type ProblemKind =
  | 'interrupted'
  | 'changed'
  | 'unreadable'
  | 'manifest_differs'
  | 'schema_version'
  | 'schema'
  | 'order'
  | 'duplicate'
  | 'store_differs'
  | 'dataset_differs'
  | 'too_few_records'
  | 'runs_differ';

/** Lines of a file, both ends included, from 1. */
export interface LineBlock {
  readonly from: number;
  readonly to: number;
}

/** The one thing about a file that has to be looked at first. */
export interface FileProblem {
  readonly kind: ProblemKind;
  /** Set where there is no file at all. */
  readonly missing?: true;
  /** From 1: exact where it is known, else the first line of the block; `null` where no line is meant. */
  readonly line: number | null;
  /** The lines among which the first difference is, where the line itself is not known. */
  readonly block?: LineBlock;
  readonly message: string;
  /** How the line differs from the store's. */
  readonly difference: LineDifference | null;
}

/** Two runs of a file's query, one after the other. */
export interface TwiceResult {
  readonly records: number;
  /** SHA-256 of the lines that each run wrote, uncompressed. */
  readonly sha256: readonly [string, string];
  /** Whether both gave the same bytes. */
  readonly identical: boolean;
}

/** What was found about one file. */
export interface FileCheck {
  readonly path: string;
  /** As they were counted; `null` where there are none to count: no file, one that cannot be read, a document. */
  readonly records: number | null;
  readonly problem: FileProblem | null;
  readonly twice: TwiceResult | null;
}

/** What was found about an export. */
export interface ExportCheck {
  readonly folder: string;
  readonly ok: boolean;
  /** The files of the manifest; `manifest.json` and `schema_validation.json` only when something is wrong with them. */
  readonly files: readonly FileCheck[];
  /** What exports that were cut off, or still run, have in the folder. */
  readonly leftovers: readonly string[];
}
