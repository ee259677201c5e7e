import type { Instant } from '../time/instant.js';
import type { JudgeScores } from './judge-scores.js';
import type { Post } from './post.js';
import type { SampleMetadata } from './sample-metadata.js';

/** One channel's digest of one day: what the pipeline read and what it wrote. */
export interface DigestSample {
  readonly kind: 'digests';
  readonly id: string;
  /** "@name" in lower case; a plain string because a team's own documents are read as they are. */
  readonly channel: string;
  readonly language: string;
  readonly summaryMarkdown: string;
  readonly posts: readonly Post[];
  /** Seconds that the pipeline took, measured. */
  readonly latencySeconds: number;
  readonly createdAt: Instant;
  readonly metadata: SampleMetadata & { readonly timeRangeHours: number };
  readonly judge?: JudgeScores;
}
