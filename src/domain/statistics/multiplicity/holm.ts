import { stepAdjusted } from './step-adjusted.js';

/**
 * Holm's step-down adjustment: the chance of one or more false discoveries among all stays at α or less, whatever the
 * tests have to do with one another. Reject where the adjusted p is at most α.
 *
 * Source: Holm 1979, Scand. J. Statist. 6, 65–70: max over j ≤ i of (m − j + 1)·p₍ⱼ₎, at most 1.
 *
 * @param p in any order; `null` for a test that could not be made, which is not counted
 * @returns in the same order
 */
export function holm(p: readonly (number | null)[]): readonly (number | null)[] {
  return stepAdjusted(p, 'ascending', (value, rank, tests) => value * (tests - rank + 1));
}
