/**
 * How far the residual of a value from a mean may be off, as a share of the largest |value| behind it. With u = 2⁻⁵³ and
 * a compensated sum: 3u for the mean, 2u for the subtraction (|y − mean| ≤ 2·max|y|), 2·3u for the factor of a stratum
 * with its quotient, root and product; 11u in all, rounded up to 16u = 2⁻⁴⁹. A spread below that is no spread.
 */
const ROUNDING = 2 ** -49;

/** The square of a smaller number loses digits, or all of itself: the least number that has all of them is 2⁻¹⁰²². */
const LEAST = 2 ** -485;

/**
 * The largest spread that may be rounding.
 *
 * @param scale the largest |value| that the spread was computed from
 */
export function roundingOf(scale: number): number {
  return Math.max(ROUNDING * scale, LEAST);
}
