import { normalQuantile } from '../distributions/normal-distribution.js';
import type { Interval } from '../interval.js';

/** centre ± z·SE: for errors that are known well, because there are many values. */
export function normalInterval(centre: number, standardError: number, level: number, method = 'normal'): Interval {
  const half = normalQuantile(1 - (1 - level) / 2) * standardError;
  return { lower: centre - half, upper: centre + half, level, method };
}
