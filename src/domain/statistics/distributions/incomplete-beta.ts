import { logGamma } from './log-gamma.js';

/** Both tails of a distribution at a point; each is exact where it is small, so neither is made as 1 − the other there. */
export interface Tails {
  readonly lower: number;
  readonly upper: number;
}

const TINY = 1e-300;
const EPSILON = 1e-16;
const MOST_STEPS = 20_000;

/**
 * The regularised incomplete beta function I_x(a, b) and its complement, by the continued fraction evaluated with the
 * modified Lentz method on the side of the mean where it converges fast.
 *
 * Source: NIST DLMF 8.17.22 and 8.17.4 (I_x(a, b) = 1 − I_{1−x}(b, a)).
 *
 * @param x in 0…1
 * @param y 1 − x, given apart so that x near 1 loses no digits
 * @param a above 0
 * @param b above 0
 */
export function incompleteBeta(x: number, y: number, a: number, b: number): Tails {
  if (!(a > 0 && b > 0)) throw new RangeError(`incompleteBeta needs a, b > 0, got ${a}, ${b}`);
  if (!(x >= 0 && y >= 0)) throw new RangeError(`incompleteBeta needs x in 0…1, got ${x}`);
  if (x === 0) return { lower: 0, upper: 1 };
  if (y === 0) return { lower: 1, upper: 0 };
  if (x > (a + 1) / (a + b + 2)) {
    const upper = smallSide(y, x, b, a);
    return { lower: 1 - upper, upper };
  }
  const lower = smallSide(x, y, a, b);
  return { lower, upper: 1 - lower };
}

/** ln B(a, b) = ln Γ(a) + ln Γ(b) − ln Γ(a + b). */
export function logBeta(a: number, b: number): number {
  return logGamma(a) + logGamma(b) - logGamma(a + b);
}

function smallSide(x: number, y: number, a: number, b: number): number {
  const front = Math.exp(a * Math.log(x) + b * logOf(y, x) - logBeta(a, b)) / a;
  return Math.min(1, front * continuedFraction(x, a, b));
}

/** ln y where y = 1 − x: by log1p(−x) when x is small and y has lost its digits. */
function logOf(y: number, x: number): number {
  return x < 0.5 ? Math.log1p(-x) : Math.log(y);
}

/** 1 / (1 + d₁ / (1 + d₂ / (1 + …))), every step of the Lentz method taking in one more dₙ. */
function continuedFraction(x: number, a: number, b: number): number {
  let d = 1 / guarded(1 + coefficient(1, x, a, b));
  let c = 1;
  let value = d;
  for (let n = 2; n <= MOST_STEPS; n += 1) {
    const term = coefficient(n, x, a, b);
    d = 1 / guarded(1 + term * d);
    c = guarded(1 + term / c);
    value *= d * c;
    if (Math.abs(d * c - 1) < EPSILON * 4) return value;
  }
  throw new RangeError(`incomplete beta does not converge at x = ${x}, a = ${a}, b = ${b}`);
}

function coefficient(n: number, x: number, a: number, b: number): number {
  const m = Math.floor(n / 2);
  const numerator = n % 2 === 0 ? m * (b - m) : -(a + m) * (a + b + m);
  return (numerator * x) / ((a + n - 1) * (a + n));
}

function guarded(value: number): number {
  return Math.abs(value) < TINY ? TINY : value;
}
