import type { Tails } from './incomplete-beta.js';
import { logGamma } from './log-gamma.js';

const TINY = 1e-300;
const EPSILON = 4e-16;
const MOST_STEPS = 100_000;

/**
 * The regularised incomplete gamma functions P(a, x) and Q(a, x): the series below x = a + 1, the continued fraction
 * (modified Lentz) above, so that the smaller of both keeps its digits.
 *
 * Source: NIST DLMF 8.7.1 and 8.9.2.
 *
 * @param a above 0
 * @param x 0 or more
 */
export function incompleteGamma(a: number, x: number): Tails {
  if (!(a > 0 && x >= 0)) throw new RangeError(`incompleteGamma needs a > 0 and x ≥ 0, got ${a}, ${x}`);
  if (x === 0) return { lower: 0, upper: 1 };
  if (x === Infinity) return { lower: 1, upper: 0 };
  const front = Math.exp(a * Math.log(x) - x - logGamma(a));
  if (x < a + 1) {
    const lower = front * series(a, x);
    return { lower, upper: 1 - lower };
  }
  const upper = front * continuedFraction(a, x);
  return { lower: 1 - upper, upper };
}

function series(a: number, x: number): number {
  let term = 1 / a;
  let sum = term;
  for (let n = 1; n < MOST_STEPS && term > sum * EPSILON * 0.01; n += 1) {
    term *= x / (a + n);
    sum += term;
  }
  return sum;
}

function continuedFraction(a: number, x: number): number {
  let b = x + 1 - a;
  let c = 1 / TINY;
  let d = 1 / b;
  let value = d;
  for (let n = 1; n < MOST_STEPS; n += 1) {
    const numerator = -n * (n - a);
    b += 2;
    d = 1 / guarded(numerator * d + b);
    c = guarded(b + numerator / c);
    value *= d * c;
    if (Math.abs(d * c - 1) < EPSILON) return value;
  }
  throw new RangeError(`incomplete gamma does not converge at a = ${a}, x = ${x}`);
}

function guarded(value: number): number {
  return Math.abs(value) < TINY ? TINY : value;
}
