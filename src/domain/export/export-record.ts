import type { JudgeScores } from '../dataset/judge-scores.js';
import type { Provenance } from '../dataset/provenance.js';
import type { FeatureFlags } from '../dataset/sample-metadata.js';
import type { SampleKind } from '../dataset/sample.js';
import type { Instant } from '../time/instant.js';

/** One line of an export: a sample as a judge gets it. */
export interface ExportRecord {
  readonly kind: SampleKind;
  readonly sampleId: string;
  readonly channel: string;
  readonly language: string;
  readonly timestamp: Instant;
  readonly sourceText: string;
  readonly summaryMarkdown: string;
  readonly metadata: {
    readonly llmModel: string;
    readonly featureFlags: FeatureFlags;
    readonly provenance: Provenance;
    /** Digests only. */
    readonly postsCount?: number;
    readonly timeRangeHours?: number;
    /** Review reports only. */
    readonly studentId?: string | null;
    readonly assignmentId?: string;
    readonly passesCount?: number;
  };
  readonly judge: JudgeScores | null;
  readonly latencySeconds: number;
}
