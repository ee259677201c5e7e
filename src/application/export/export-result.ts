import type { SampleKind } from '../../domain/dataset/sample.js';
import type { SkippedSummary } from '../../domain/export/skipped-records.js';

/** What an export wrote. */
export interface ExportResult {
  readonly kind: SampleKind;
  readonly path: string;
  readonly records: number;
  readonly bytes: number;
  readonly sha256: string;
  /** Before compression; `null` where there was none. */
  readonly uncompressed: { readonly bytes: number; readonly sha256: string } | null;
  /** `null` when the output is a device or a pipe, which nobody can check later. */
  readonly manifest: string | null;
  /** Files that the folder's manifest lists no more because they show another state of the data. */
  readonly dropped: readonly string[];
  /** Records that were left out because they do not fit. */
  readonly skipped: SkippedSummary;
  /** How the data set is not what its record promises, or the export not what was asked for; for people. */
  readonly warnings: readonly string[];
}
