import type { Instant } from '../time/instant.js';

/** One post of a channel as a digest keeps it. */
export interface Post {
  /** The post's headline, plain text; may be empty. */
  readonly title: string;
  /** Its lead, plain text; may be empty. */
  readonly summary: string;
  /** The whole post as Markdown. */
  readonly text: string;
  readonly messageId?: number;
  readonly date?: Instant;
  readonly url?: string;
  /** Set in records that mix real posts with made ones. */
  readonly provenance?: 'imported' | 'synthetic';
}
