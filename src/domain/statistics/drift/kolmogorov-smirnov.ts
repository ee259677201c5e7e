import { ascending } from '../ascending.js';
import { valueAt } from '../value-at.js';

/**
 * The Kolmogorov–Smirnov distance of two samples: the largest difference of their empirical distribution functions, 0…1.
 *
 * Source: Smirnov 1939; Conover 1999, Practical Nonparametric Statistics, 6.3.
 *
 * @returns `null` when a sample is empty
 */
export function kolmogorovSmirnov(a: readonly number[], b: readonly number[]): number | null {
  if (a.length === 0 || b.length === 0) return null;
  const [left, right] = [ascending(a), ascending(b)];
  let [i, j, most] = [0, 0, 0];
  while (i < left.length && j < right.length) {
    const value = Math.min(valueAt(left, i), valueAt(right, j));
    while (left[i] === value) i += 1;
    while (right[j] === value) j += 1;
    most = Math.max(most, Math.abs(i / left.length - j / right.length));
  }
  return most;
}
