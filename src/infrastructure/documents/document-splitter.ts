import type { JsonFault } from '../json/json-fault.js';
import type { JsonLimits } from '../json/json-limits.js';

/** The text of a document of 16 MiB in Extended JSON may be a good deal longer; BSON itself nests to 100 levels. */
export const DOCUMENT_LIMITS: JsonLimits = { valueBytes: 32 * 1024 * 1024, depth: 128 };

/** What stands at a place: a JSON value, or why there is none. */
export type SplitValue =
  | { readonly state: 'value'; readonly place: string; readonly value: unknown }
  | { readonly state: 'fault'; readonly place: string; readonly fault: JsonFault };

/** Cuts chunks of bytes into values. Chunks may be reused by whoever gives them. */
export interface DocumentSplitter {
  /** Where the last value ended, or the text begins, in bytes from the start. */
  readonly lastEnd: number;
  /** @throws JsonFault when nothing behind a place can be read. */
  push(chunk: Buffer): readonly SplitValue[];
  /** @throws JsonFault when the text ends inside a value. */
  finish(): readonly SplitValue[];
}
