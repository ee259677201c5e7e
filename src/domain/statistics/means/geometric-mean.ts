import type { Interval } from '../interval.js';
import { plainMean } from './plain-mean.js';

/** The geometric mean of values above 0. */
export interface GeometricMean {
  readonly n: number;
  /** `null` for no values, or when one is not above 0. */
  readonly mean: number | null;
  readonly interval: Interval | null;
  readonly reason: 'no values' | 'one value' | 'no spread' | 'a value not above 0' | null;
}

/**
 * exp of the mean of logarithms, with its t interval carried over by exp: the usual summary of latencies and ratios.
 *
 * Source: Fleming & Wallace 1986, Commun. ACM 29, 218–221.
 */
export function geometricMean(values: readonly number[], level = 0.95): GeometricMean {
  const n = values.length;
  if (!values.every((value) => value > 0)) return { n, mean: null, interval: null, reason: 'a value not above 0' };
  const { mean, interval, reason } = plainMean(values.map(Math.log), { level });
  return { n, mean: mean === null ? null : Math.exp(mean), interval: expInterval(interval, 'log-t'), reason };
}

/** An interval of a logarithm as one of the number itself. */
export function expInterval(interval: Interval | null, method: string): Interval | null {
  if (interval === null) return null;
  const exp = (bound: number | null) => (bound === null ? null : Math.exp(bound));
  return { lower: exp(interval.lower), upper: exp(interval.upper), level: interval.level, method };
}
