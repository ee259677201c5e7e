const HALF_LOG_TWO_PI = 0.918_938_533_204_672_8;
/** B₂ₖ / (2k(2k − 1)) for k = 1…8, B₂ₖ the Bernoulli numbers. */
const STIRLING = [1 / 12, -1 / 360, 1 / 1260, -1 / 1680, 1 / 1188, -691 / 360_360, 1 / 156, -3617 / 122_400];
const LARGE_ENOUGH = 12;

/**
 * The natural logarithm of Γ(x) for x > 0, by Stirling's series after lifting x to 12 or more with Γ(x + 1) = xΓ(x).
 *
 * Source: NIST DLMF 5.11.1 and 5.5.1. Relative error about 1e-15.
 *
 * @throws RangeError for x ≤ 0 or NaN: a defect in the caller.
 */
export function logGamma(x: number): number {
  if (!(x > 0)) throw new RangeError(`logGamma needs x > 0, got ${x}`);
  let lifted = x;
  let product = 1;
  while (lifted < LARGE_ENOUGH) {
    product *= lifted;
    lifted += 1;
  }
  return stirling(lifted) - Math.log(product);
}

function stirling(x: number): number {
  const inverse = 1 / x;
  const square = inverse * inverse;
  const series = STIRLING.reduceRight((sum, term) => sum * square + term, 0) * inverse;
  return (x - 0.5) * Math.log(x) - x + HALF_LOG_TWO_PI + series;
}
