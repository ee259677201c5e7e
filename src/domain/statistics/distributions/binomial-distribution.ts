import { incompleteBeta } from './incomplete-beta.js';

/**
 * P(X ≤ k) for X binomial with n trials of probability p.
 *
 * Source: NIST DLMF 8.17.5: P(X ≤ k) = I_{1−p}(n − k, k + 1).
 */
export function binomialCdf(k: number, n: number, p: number): number {
  const whole = Math.floor(k);
  if (whole < 0) return 0;
  if (whole >= n) return 1;
  return incompleteBeta(1 - p, p, n - whole, whole + 1).lower;
}
