import type { SampleKind } from '../../dataset/sample.js';

/** A clean sample as a defect finds it. */
export interface AuditText {
  readonly kind: SampleKind;
  readonly source: string;
  /** The good summary: as it is, or rewritten. */
  readonly summary: string;
  /** The summary of another day of the same channel, rewritten where `summary` is; `null` when there is none. */
  readonly otherDay: string | null;
}
