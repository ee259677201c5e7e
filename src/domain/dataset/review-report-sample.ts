import type { Instant } from '../time/instant.js';
import type { JudgeScores } from './judge-scores.js';
import type { SampleMetadata } from './sample-metadata.js';

/** Something that a reviewer noticed. */
export interface Finding {
  readonly title: string;
  readonly description: string;
}

/** One pass of a review over a text. */
export interface ReviewPass {
  readonly name: string;
  readonly summary: string;
  readonly recommendations: readonly string[];
  readonly findings: readonly Finding[];
}

/** A review of one channel's digest of one day. */
export interface ReviewReportSample {
  readonly kind: 'review_reports';
  readonly id: string;
  /** The channel: documents call it `assignment_id`. */
  readonly channel: string;
  readonly studentId?: string;
  readonly language: string;
  readonly synthesis: string;
  readonly passes: readonly ReviewPass[];
  /** Seconds that the pipeline took, measured. */
  readonly latencySeconds: number;
  readonly createdAt: Instant;
  readonly metadata: SampleMetadata;
  readonly judge?: JudgeScores;
}
