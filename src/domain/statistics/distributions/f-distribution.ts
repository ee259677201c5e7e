import { incompleteBeta } from './incomplete-beta.js';
import { inverseIncompleteBeta } from './inverse-incomplete-beta.js';

/**
 * P(X > x) for X of the F distribution with d1 and d2 degrees of freedom, through the incomplete beta function and not as
 * 1 − cdf, so that far tails keep their digits.
 *
 * Source: Abramowitz & Stegun 26.6.2: I_w(d2/2, d1/2) with w = d2/(d2 + d1·x).
 *
 * @param x 0 or more
 * @throws RangeError for x < 0 or degrees of freedom that are not above 0: a defect in the caller.
 */
export function fUpperTail(x: number, d1: number, d2: number): number {
  if (!(x >= 0)) throw new RangeError(`an F value is 0 or more, got ${x}`);
  if (x === Infinity) return 0;
  const whole = d2 + d1 * x;
  return incompleteBeta(d2 / whole, (d1 * x) / whole, d2 / 2, d1 / 2).lower;
}

/** The quantile of the F distribution: the x with P(X ≤ x) = p; 0 for 0, ∞ for 1. */
export function fQuantile(p: number, d1: number, d2: number): number {
  const { x, y } = inverseIncompleteBeta(p, 1 - p, d1 / 2, d2 / 2);
  return (d2 * x) / (d1 * y);
}
