import type { Channel } from '../../domain/dataset/channel.js';
import type { Post } from '../../domain/dataset/post.js';
import type { CalendarDay } from '../../domain/time/calendar-day.js';

/** What a digester works on. */
export interface DigestRequest {
  readonly channel: Channel;
  readonly day: CalendarDay;
  readonly posts: readonly Post[];
}

/** Writes a day's summary in Russian Markdown. */
export interface Digester {
  readonly name: string;
  readonly version: string;
  /** What goes into `metadata.llm_model`. */
  readonly model: string;
  /** Switches that were on while it wrote. */
  readonly featureFlags: Readonly<Record<string, boolean>>;
  /**
   * @returns Markdown, and how long the writing took if not this call but an earlier one did it (a cached answer).
   * @throws LLM_UNAVAILABLE, LLM_BAD_ANSWER from digesters that ask a model.
   */
  digest(request: DigestRequest): Promise<{ readonly markdown: string; readonly latencySeconds?: number }>;
}

/** The digesters by name. */
export interface DigesterRegistry {
  /** @throws LLM_NOT_CONFIGURED when the digester needs an endpoint that is not configured. */
  named(name: 'extractive' | 'llm'): Digester;
}
