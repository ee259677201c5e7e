import { magnitude } from '../means/moments.js';
import type { PlainMean } from '../means/plain-mean.js';
import { plainMean } from '../means/plain-mean.js';
import { valueAt } from '../value-at.js';

/** The mean of paired differences with its error, and the effect size. */
export interface PairedDifference extends PlainMean {
  /** Cohen's d_z: the mean difference over the standard deviation of the differences; `null` without spread. */
  readonly effectSize: number | null;
}

/**
 * The mean of a − b over independent pairs, by Student's t on the differences.
 *
 * Source: Miller 2024, arXiv:2411.00640, section 4; d_z: Cohen 1988, Statistical Power Analysis, 2.3.5.
 *
 * @param a one value a pair
 * @param b in the same order
 * @throws RangeError for lists of different lengths: a defect in the caller.
 */
export function pairedDifference(a: readonly number[], b: readonly number[], level = 0.95): PairedDifference {
  if (a.length !== b.length) throw new RangeError(`pairs need lists of one length, got ${a.length} and ${b.length}`);
  const differences = a.map((value, index) => value - valueAt(b, index));
  const estimate = plainMean(differences, { level, scale: Math.max(magnitude(a), magnitude(b)) });
  const { mean, n, standardError } = estimate;
  const effectSize = mean === null || standardError === null ? null : mean / (standardError * Math.sqrt(n));
  return { ...estimate, effectSize };
}
