import type { Instant } from '../../domain/time/instant.js';

/** The only way to learn what time it is. */
export interface Clock {
  /** The time of day, for records and file names. */
  now(): Instant;
  /** Milliseconds on a clock that never goes back, for durations. Its zero means nothing. */
  monotonic(): number;
}
