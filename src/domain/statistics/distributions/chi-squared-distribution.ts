import { incompleteGamma } from './incomplete-gamma.js';
import { logGamma } from './log-gamma.js';
import { normalQuantile } from './normal-distribution.js';
import { solveIncreasing } from './solve-increasing.js';

const LOWEST_LOG = -740;
const HIGHEST_LOG = 80;

/**
 * The quantile of the χ² distribution with `df` > 0 degrees of freedom: the x with P(df/2, x/2) = p. Newton's method on
 * the logarithm of the smaller tail as a function of ln x.
 *
 * Source: NIST DLMF 8.2.4 for the function inverted; the start is that of Wilson & Hilferty 1931.
 *
 * @returns 0 for 0, ∞ for 1
 * @throws RangeError outside 0…1 or for df ≤ 0: a defect in the caller.
 */
export function chiSquaredQuantile(p: number, df: number): number {
  if (!(p >= 0 && p <= 1)) throw new RangeError(`a probability lies in 0…1, got ${p}`);
  if (!(df > 0)) throw new RangeError(`degrees of freedom are above 0, got ${df}`);
  if (p === 0) return 0;
  if (p === 1) return Infinity;
  const logHalf = solveIncreasing(tailOf(p, df / 2), LOWEST_LOG, HIGHEST_LOG, startOf(p, df));
  return 2 * Math.exp(logHalf);
}

function tailOf(p: number, a: number) {
  const constant = logGamma(a);
  return (logX: number) => {
    const x = Math.exp(logX);
    const { lower, upper } = incompleteGamma(a, x);
    const density = Math.exp(a * logX - x - constant);
    return p <= 0.5
      ? { value: Math.log(lower / p), slope: density / lower }
      : { value: Math.log((1 - p) / upper), slope: density / upper };
  };
}

/** ln(x/2) by the cube-root approximation; by the leading term of the series where that is not above 0. */
function startOf(p: number, df: number): number {
  const root = 1 - 2 / (9 * df) + normalQuantile(p) * Math.sqrt(2 / (9 * df));
  return root > 0.1 ? Math.log(df / 2) + 3 * Math.log(root) : (Math.log((p * df) / 2) + logGamma(df / 2)) / (df / 2);
}
