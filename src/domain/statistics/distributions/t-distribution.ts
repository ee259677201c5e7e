import { incompleteBeta } from './incomplete-beta.js';
import { inverseIncompleteBeta } from './inverse-incomplete-beta.js';

/**
 * The distribution function of Student's t with `df` > 0 degrees of freedom (not necessarily whole).
 *
 * Source: Abramowitz & Stegun 26.7.1: the two-sided tail is I_x(df/2, ½) with x = df/(df + t²).
 */
export function tCdf(t: number, df: number): number {
  if (!(df > 0)) throw new RangeError(`degrees of freedom are above 0, got ${df}`);
  const square = t * t;
  const { lower } = incompleteBeta(df / (df + square), square / (df + square), df / 2, 0.5);
  return t < 0 ? lower / 2 : 1 - lower / 2;
}

/**
 * The quantile of Student's t: the t with `tCdf(t, df)` = p. −∞ for 0, ∞ for 1.
 *
 * @throws RangeError outside 0…1 or for df ≤ 0: a defect in the caller.
 */
export function tQuantile(p: number, df: number): number {
  if (!(p >= 0 && p <= 1)) throw new RangeError(`a probability lies in 0…1, got ${p}`);
  if (!(df > 0)) throw new RangeError(`degrees of freedom are above 0, got ${df}`);
  if (p === 0.5) return 0;
  if (p > 0.5) return -tQuantile(1 - p, df);
  const { x, y } = inverseIncompleteBeta(2 * p, 1 - 2 * p, df / 2, 0.5);
  return -Math.sqrt((df * y) / x);
}
