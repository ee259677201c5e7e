import { tQuantile } from '../distributions/t-distribution.js';
import type { EstimatedMean } from '../means/estimated-mean.js';

/**
 * The smallest detectable effect: the true mean that a two-sided test at α finds with the power given, when the error is
 * the one estimated: (t_{1−α/2} + t_{power})·SE, with the estimate's degrees of freedom.
 *
 * Source: Bloom 1995, Evaluation Review 19, 547–556.
 *
 * @returns in the unit of the mean; `null` when the mean has no error
 */
export function detectableEffect(
  { standardError, degreesOfFreedom }: EstimatedMean,
  alpha = 0.05,
  power = 0.8,
): number | null {
  if (standardError === null || degreesOfFreedom === null) return null;
  return (tQuantile(1 - alpha / 2, degreesOfFreedom) + tQuantile(power, degreesOfFreedom)) * standardError;
}
