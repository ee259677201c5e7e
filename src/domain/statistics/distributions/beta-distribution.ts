import { incompleteBeta } from './incomplete-beta.js';
import { inverseIncompleteBeta } from './inverse-incomplete-beta.js';

/** The distribution function of Beta(a, b) at x in 0…1. Source: NIST DLMF 8.17.2. */
export function betaCdf(x: number, a: number, b: number): number {
  return incompleteBeta(x, 1 - x, a, b).lower;
}

/** The quantile of Beta(a, b): the x with `betaCdf(x, a, b)` = p. */
export function betaQuantile(p: number, a: number, b: number): number {
  return inverseIncompleteBeta(p, 1 - p, a, b).x;
}
