import { mean, meanOfSome, sumOfSquares } from '../means/moments.js';
import type { Rating } from './krippendorff-alpha.js';

/**
 * Cohen's κ with quadratic weights: 1 − Σw·o/Σw·e with w = (i − j)² over the places of the categories. The expected part
 * is the mean of (i − j)² over independent raters: both variances and the squared difference of the means.
 *
 * Source: Cohen 1968, Psychol. Bull. 70, 213–220.
 *
 * @param a the place of the first rater's category for each unit (0, 1, 2, … along the scale); `null` where missing
 * @param b the second rater's; units without both are left out
 * @returns `null` for no unit, or when both always chose the same single category
 */
export function quadraticKappa(a: readonly Rating[], b: readonly Rating[]): number | null {
  const pairs = a.flatMap((first, unit) => {
    const second = b[unit] ?? null;
    return first === null || second === null ? [] : [{ first, second }];
  });
  const [first, second] = [pairs.map((pair) => pair.first), pairs.map((pair) => pair.second)];
  const observed = mean(pairs.map((pair) => (pair.first - pair.second) ** 2));
  if (observed === null) return null;
  const shift = meanOfSome(first) - meanOfSome(second);
  const expected = (sumOfSquares(first) + sumOfSquares(second)) / pairs.length + shift ** 2;
  return expected === 0 ? null : 1 - observed / expected;
}
