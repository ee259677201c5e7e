import { incompleteGamma } from './incomplete-gamma.js';
import { solveIncreasing } from './solve-increasing.js';

const LOG_SQRT_TWO_PI = 0.918_938_533_204_672_8;
const FARTHEST = 38.5;

/**
 * Φ(z), the distribution function of the standard normal distribution; far tails keep their digits.
 *
 * Source: NIST DLMF 7.11.2 (erfc as an incomplete gamma function): Φ(−|z|) = Q(½, z²/2)/2.
 */
export function normalCdf(z: number): number {
  const { lower, upper } = incompleteGamma(0.5, (z * z) / 2);
  return z < 0 ? upper / 2 : 0.5 + lower / 2;
}

/**
 * The standard normal quantile: the z with Φ(z) = p. −∞ for 0, ∞ for 1. Newton's method on ln Φ, which is concave.
 *
 * @throws RangeError outside 0…1: a defect in the caller.
 */
export function normalQuantile(p: number): number {
  if (!(p >= 0 && p <= 1)) throw new RangeError(`a probability lies in 0…1, got ${p}`);
  if (p === 0) return -Infinity;
  if (p === 1) return Infinity;
  if (p === 0.5) return 0;
  return p < 0.5 ? lowerQuantile(p) : -lowerQuantile(1 - p);
}

function lowerQuantile(p: number): number {
  const target = Math.log(p);
  const evaluate = (z: number) => {
    const cdf = normalCdf(z);
    return { value: Math.log(cdf) - target, slope: Math.exp(-(z * z) / 2 - LOG_SQRT_TWO_PI) / cdf };
  };
  return solveIncreasing(evaluate, -FARTHEST, 0, -Math.sqrt(-2 * target) / 2);
}
