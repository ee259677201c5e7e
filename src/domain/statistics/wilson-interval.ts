import type { Interval } from './interval.js';
import { normalQuantile } from './distributions/normal-distribution.js';

/**
 * The Wilson score interval of a proportion.
 *
 * Source: Wilson 1927, J. Am. Stat. Assoc. 22, 209–212.
 *
 * @param successes of `n` trials
 * @returns `null` when there are no trials: nothing is known then.
 */
export function wilsonInterval(successes: number, n: number, level = 0.95): Interval | null {
  if (n === 0) return null;
  const z = normalQuantile(1 - (1 - level) / 2);
  const share = successes / n;
  const scale = 1 + (z * z) / n;
  const centre = (share + (z * z) / (2 * n)) / scale;
  const half = (z / scale) * Math.sqrt((share * (1 - share)) / n + (z * z) / (4 * n * n));
  const lower = successes === 0 ? 0 : centre - half;
  const upper = successes === n ? 1 : centre + half;
  return { lower, upper, level, method: 'wilson' };
}
