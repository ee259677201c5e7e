import { tCdf } from '../distributions/t-distribution.js';
import type { Interval } from '../interval.js';
import { expInterval } from '../means/geometric-mean.js';
import { magnitude, mean, variance } from '../means/moments.js';
import { tInterval } from '../means/plain-mean.js';
import { roundingOf } from '../means/rounding.js';

/** How many times larger b is than a. */
export interface LogRatio {
  /** Geometric mean of b over that of a; `null` where one of them is undefined. */
  readonly ratio: number | null;
  readonly interval: Interval | null;
  readonly t: number | null;
  readonly degreesOfFreedom: number | null;
  /** Two-sided, against a ratio of 1. */
  readonly p: number | null;
  readonly reason: 'no values' | 'one value' | 'no spread' | 'a value not above 0' | null;
}

/**
 * The ratio of the geometric means of two independent samples, by Welch's t on the logarithms.
 *
 * Source: Welch 1947, Biometrika 34, 28–35, with the degrees of freedom of Satterthwaite 1946.
 *
 * Two samples without spread, or one with a single value, have a ratio and no interval: `reason` says why.
 */
export function logRatio(a: readonly number[], b: readonly number[], level = 0.95): LogRatio {
  if (![...a, ...b].every((value) => value > 0)) return { ...NOTHING, reason: 'a value not above 0' };
  const [logA, logB] = [a.map(Math.log), b.map(Math.log)];
  const [meanA, meanB] = [mean(logA), mean(logB)];
  if (meanA === null || meanB === null) return { ...NOTHING, reason: 'no values' };
  const difference = meanB - meanA;
  const known = { ...NOTHING, ratio: Math.exp(difference) };
  const error = welchError(logA, logB);
  if (typeof error === 'string') return { ...known, reason: error };
  return { ...known, ...testOf(difference, error, level), reason: null };
}

const NOTHING = { ratio: null, interval: null, t: null, degreesOfFreedom: null, p: null };

function testOf(difference: number, { standardError, degreesOfFreedom }: WelchError, level: number) {
  const t = difference / standardError;
  const interval = expInterval(tInterval(difference, standardError, degreesOfFreedom, level), 'log-welch-t');
  return { t, degreesOfFreedom, interval, p: Math.min(1, 2 * tCdf(-Math.abs(t), degreesOfFreedom)) };
}

interface WelchError {
  readonly standardError: number;
  readonly degreesOfFreedom: number;
}

function welchError(a: readonly number[], b: readonly number[]): WelchError | 'one value' | 'no spread' {
  const [varianceA, varianceB] = [variance(a), variance(b)];
  if (varianceA === null || varianceB === null) return 'one value';
  const [shareA, shareB] = [varianceA / a.length, varianceB / b.length];
  const standardError = Math.sqrt(shareA + shareB);
  if (standardError <= roundingOf(Math.max(magnitude(a), magnitude(b)))) return 'no spread';
  const denominator = shareA ** 2 / (a.length - 1) + shareB ** 2 / (b.length - 1);
  return { standardError, degreesOfFreedom: (shareA + shareB) ** 2 / denominator };
}
