import { ascending } from '../ascending.js';
import { quantileType7 } from '../quantile.js';

/** Ten times 1.4826, the factor that makes the MAD of a normal distribution its standard deviation. */
const FAR = 14.826;

/** Where values lie and how far they scatter, whatever a few of them do. */
export interface MedianDeviation {
  readonly median: number;
  /** The median of |x − median|, not scaled. */
  readonly deviation: number;
}

/**
 * Median and median absolute deviation (MAD).
 *
 * Source: Hampel 1974, J. Am. Stat. Assoc. 69, 383–393.
 *
 * @returns `null` for no values
 */
export function medianDeviation(values: readonly number[]): MedianDeviation | null {
  const median = quantileType7(ascending(values), 0.5);
  if (median === null) return null;
  const deviation = quantileType7(ascending(values.map((value) => Math.abs(value - median))), 0.5) ?? 0;
  return { median, deviation };
}

/**
 * The values farther than `threshold` MADs from the median, in the order given: to be flagged, never deleted. With a MAD
 * of 0 (more than half of the values equal) every other value is one.
 */
export function outliers(values: readonly number[], threshold = FAR): readonly number[] {
  const centre = medianDeviation(values);
  if (centre === null) return [];
  return values.filter((value) => Math.abs(value - centre.median) > threshold * centre.deviation);
}
