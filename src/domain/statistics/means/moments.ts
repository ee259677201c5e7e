import { exactSum } from '../exact-sum.js';

/** The arithmetic mean; `null` for no values. */
export function mean(values: readonly number[]): number | null {
  return values.length === 0 ? null : exactSum(values) / values.length;
}

/**
 * The variance Σ(x − mean)²/(n − ddof): of a sample for ddof 1, of a whole population for 0. Exactly 0 when all values
 * are equal.
 *
 * @returns `null` when n ≤ ddof
 */
export function variance(values: readonly number[], ddof = 1): number | null {
  const centre = mean(values);
  if (centre === null || values.length <= ddof) return null;
  if (values.every((value) => value === values[0])) return 0;
  return exactSum(values.map((value) => (value - centre) ** 2)) / (values.length - ddof);
}

/** max|x|; 0 for no values. */
export function magnitude(values: readonly number[]): number {
  return values.reduce((most, value) => Math.max(most, Math.abs(value)), 0);
}
