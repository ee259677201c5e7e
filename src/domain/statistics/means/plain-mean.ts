import { tQuantile } from '../distributions/t-distribution.js';
import type { Interval } from '../interval.js';
import type { EstimatedMean } from './estimated-mean.js';
import { magnitude, mean, sumOfSquares } from './moments.js';
import { roundingOf } from './rounding.js';

/** The mean of independent values. */
export interface PlainMean extends EstimatedMean {
  readonly n: number;
  readonly interval: Interval | null;
  /** Why there is no interval; `null` with one. */
  readonly reason: 'no values' | 'one value' | 'no spread' | null;
}

/** How a mean is made where it differs from the usual. */
export interface PlainMeanOptions {
  /** Nominal confidence, 0.95 unless given. */
  readonly level?: number;
  /** The variance is divided by n − ddof; 1 unless given. */
  readonly ddof?: number;
  /** The largest |number| that the values were computed from, when they are differences: spread is judged against it. */
  readonly scale?: number;
}

/**
 * The mean of independent values with SE = s/√n and Student's t with n − 1 degrees of freedom.
 *
 * Source: Miller 2024, Adding Error Bars to Evals, arXiv:2411.00640, section 2.
 *
 * One value, or values without spread, have a mean and no error: `reason` says why.
 */
export function plainMean(values: readonly number[], options: PlainMeanOptions = {}): PlainMean {
  const { level = 0.95, ddof = 1, scale = magnitude(values) } = options;
  const n = values.length;
  const centre = mean(values);
  if (centre === null) return without(null, n, 'no values');
  if (n < 2) return without(centre, n, 'one value');
  const deviation = Math.sqrt(sumOfSquares(values) / (n - ddof));
  if (deviation <= roundingOf(scale)) return without(centre, n, 'no spread');
  const standardError = deviation / Math.sqrt(n);
  const interval = tInterval(centre, standardError, n - 1, level);
  return { n, mean: centre, standardError, degreesOfFreedom: n - 1, interval, reason: null };
}

/** mean ± t·SE. */
export function tInterval(centre: number, standardError: number, degreesOfFreedom: number, level: number): Interval {
  const half = tQuantile(1 - (1 - level) / 2, degreesOfFreedom) * standardError;
  return { lower: centre - half, upper: centre + half, level, method: 't' };
}

function without(centre: number | null, n: number, reason: PlainMean['reason']): PlainMean {
  return { n, mean: centre, standardError: null, degreesOfFreedom: null, interval: null, reason };
}
