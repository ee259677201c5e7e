import type { DatasetReport } from '../../../domain/dataset/coverage/dataset-report.js';

/** What a seed did, and what the data set holds now. */
export interface SeedOutcome {
  /** What the store holds; `rejected` also lists the records that the seed refused to store. */
  readonly report: DatasetReport;
  readonly inserted: number;
  readonly updated: number;
  /** Records that were there already, equal; stored real ones that a synthetic one did not replace are among them. */
  readonly unchanged: number;
  /** Of the unchanged: those that an interrupted seed of this data set had stored. */
  readonly resumed: number;
  /** Synthetic records of an earlier seed that this one does not have. */
  readonly removed: number;
  /** Judge scores that went away because the content of their record changed. */
  readonly scoresDropped: number;
  /** What a reader of the result should know besides, in English sentences. */
  readonly warnings: readonly string[];
  readonly durationSeconds: number;
  /** The folder of `channel_counts.json` and `dataset_audit.json`. */
  readonly snapshot: string;
  /** True when nothing is wrong: every channel at the floor, no rejected record, stable counts. */
  readonly ok: boolean;
}
