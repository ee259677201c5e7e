import type { Channel } from '../../domain/dataset/channel.js';
import type { Sample } from '../../domain/dataset/sample.js';
import type { CalendarDay } from '../../domain/time/calendar-day.js';
import type { Instant } from '../../domain/time/instant.js';

/** A post that passed the rules, waiting for its day to be complete. */
export interface SpooledPost {
  readonly channel: Channel;
  readonly day: CalendarDay;
  readonly date: Instant;
  readonly messageId: number;
  readonly title: string;
  readonly summary: string;
  readonly text: string;
}

/**
 * A working place on disk for one seed: posts wait in it until their day is complete, records until all are validated.
 * It keeps memory flat however large the export is, and it goes away with `discard`, or at the next start after a kill.
 */
export interface SeedSpool {
  addPosts(posts: readonly SpooledPost[]): void;
  /** Channels that have posts, sorted. */
  channels(): readonly Channel[];
  /** How many posts each day of a channel has. */
  days(channel: Channel): ReadonlyMap<CalendarDay, number>;
  /**
   * The posts of one day by (date, message id). A day of more than `limit` posts gives `limit` of them, spread evenly
   * over the day.
   */
  posts(channel: Channel, day: CalendarDay, limit: number): readonly SpooledPost[];
  addRecord(sample: Sample): void;
  /** The records of one kind in the order in which they were added, in batches of `batchSize` or a few megabytes. */
  records(kind: Sample['kind'], batchSize: number): Iterable<readonly Sample[]>;
  discard(): Promise<void>;
}

export interface SeedSpoolFactory {
  /** Opens an empty spool; sweeps what killed runs left. */
  open(): Promise<SeedSpool>;
}
