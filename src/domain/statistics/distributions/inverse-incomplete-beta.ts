import { incompleteBeta, logBeta } from './incomplete-beta.js';
import { solveIncreasing } from './solve-increasing.js';

/** A point of the unit interval with its complement, so that neither loses digits near 0 or 1. */
export interface UnitPoint {
  readonly x: number;
  readonly y: number;
}

const LOWEST_LOG = -740;

/**
 * The inverse of the regularised incomplete beta function: the x with I_x(a, b) = p, found by Newton's method on
 * ln I as a function of ln x (close to a straight line in the tail), on whichever side of the median is smaller.
 *
 * Source: the definition NIST DLMF 8.17.2; the start is the leading term of the series 8.17.7.
 *
 * @param p the lower tail, in 0…1
 * @param q 1 − p, given apart for the same reason as in `incompleteBeta`
 */
export function inverseIncompleteBeta(p: number, q: number, a: number, b: number): UnitPoint {
  if (!(p >= 0 && q >= 0)) throw new RangeError(`a probability lies in 0…1, got ${p}`);
  if (p === 0) return { x: 0, y: 1 };
  if (q === 0) return { x: 1, y: 0 };
  const half = incompleteBeta(0.5, 0.5, a, b);
  if (p <= half.lower) return smallRoot(p, q, a, b);
  const { x, y } = smallRoot(q, p, b, a);
  return { x: y, y: x };
}

/** The root when it lies at or below ½; the equation is written for the smaller tail, which alone has all its digits. */
function smallRoot(p: number, q: number, a: number, b: number): UnitPoint {
  const constant = logBeta(a, b);
  const evaluate = (logX: number) => {
    const x = Math.exp(logX);
    const { lower, upper } = incompleteBeta(x, 1 - x, a, b);
    const density = Math.exp(a * logX + (b - 1) * Math.log1p(-x) - constant);
    return p <= q
      ? { value: Math.log(lower / p), slope: density / lower }
      : { value: Math.log(q / upper), slope: density / upper };
  };
  const start = (Math.log(p * a) + constant) / a;
  if (start < LOWEST_LOG) return { x: 0, y: 1 };
  const x = Math.exp(solveIncreasing(evaluate, LOWEST_LOG, Math.log(0.5), start));
  return { x, y: 1 - x };
}
