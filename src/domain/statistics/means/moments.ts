import { exactSum } from '../exact-sum.js';

/** The arithmetic mean; `null` for no values. */
export function mean(values: readonly number[]): number | null {
  return values.length === 0 ? null : meanOfSome(values);
}

/**
 * The arithmetic mean of values that the caller knows to be there.
 *
 * @throws RangeError for no values: a defect in the caller
 */
export function meanOfSome(values: readonly number[]): number {
  if (values.length === 0) throw new RangeError('no values have no mean');
  return exactSum(values) / values.length;
}

/** Σ(x − mean)²: exactly 0 when all values are equal, and for none. */
export function sumOfSquares(values: readonly number[]): number {
  if (values.every((value) => value === values[0])) return 0;
  const centre = meanOfSome(values);
  return exactSum(values.map((value) => (value - centre) ** 2));
}

/** The variance of a sample, Σ(x − mean)²/(n − 1); `null` for fewer than two values. */
export function variance(values: readonly number[]): number | null {
  return values.length < 2 ? null : sumOfSquares(values) / (values.length - 1);
}

/** max|x|; 0 for no values. */
export function magnitude(values: readonly number[]): number {
  return values.reduce((most, value) => Math.max(most, Math.abs(value)), 0);
}
