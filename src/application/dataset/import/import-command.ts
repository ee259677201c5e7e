import type { SampleKind } from '../../../domain/dataset/sample.js';

/** What to import, and how. */
export interface ImportCommand {
  /** Files as `mongoexport` writes them; `-` is standard input. */
  readonly files: readonly string[];
  /** What all documents are; without it each one tells. */
  readonly kind?: SampleKind;
  /** Whether sound documents are stored when others are not. */
  readonly keepGoing: boolean;
  /** Ends the import after the document or batch at hand. */
  readonly signal?: AbortSignal;
}
