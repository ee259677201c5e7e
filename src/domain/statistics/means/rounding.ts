/**
 * How far the residual of a value from a mean may be off, as a share of the largest |value| behind it. With u = 2⁻⁵³ and
 * a compensated sum: 3u for the mean, 2u for the subtraction (|y − mean| ≤ 2·max|y|), 2·3u for the factor of a stratum
 * with its quotient, root and product; 11u in all, rounded up to 16u = 2⁻⁴⁹. A spread below that is no spread.
 */
export const ROUNDING = 2 ** -49;
