import { stepAdjusted } from './step-adjusted.js';

/**
 * The step-up adjustment of Benjamini and Hochberg: the expected share of false discoveries among all discoveries stays
 * at α or less for independent (or positively dependent) tests. For dashboards, not for gates.
 *
 * Source: Benjamini & Hochberg 1995, J. R. Statist. Soc. B 57, 289–300: min over j ≥ i of m·p₍ⱼ₎/j, at most 1.
 *
 * @param p in any order; `null` for a test that could not be made, which is not counted
 * @returns in the same order
 */
export function benjaminiHochberg(p: readonly (number | null)[]): readonly (number | null)[] {
  return stepAdjusted(p, 'descending', (value, rank, tests) => (value * tests) / rank);
}
