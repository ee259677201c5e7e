import { tCdf } from '../distributions/t-distribution.js';
import type { EstimatedMean } from '../means/estimated-mean.js';

/** A mean against a number: Student's t and its p values. */
export interface MeanTest {
  readonly t: number;
  /** Two-sided: small when the mean is not the number. */
  readonly p: number;
  /** Small when the mean is above the number. */
  readonly pAbove: number;
  /** Small when the mean is below the number. */
  readonly pBelow: number;
}

/**
 * Student's t test of an estimated mean against a number. Each p value is a tail of its own, never 1 − the other.
 *
 * Source: Student 1908, Biometrika 6, 1–25.
 *
 * @returns `null` when the mean has no error: nothing can be said then
 */
export function meanTest(estimate: EstimatedMean, against: number): MeanTest | null {
  const { mean, standardError, degreesOfFreedom } = estimate;
  if (mean === null || standardError === null || degreesOfFreedom === null) return null;
  const t = (mean - against) / standardError;
  const [pAbove, pBelow] = [tCdf(-t, degreesOfFreedom), tCdf(t, degreesOfFreedom)];
  return { t, p: 2 * Math.min(pAbove, pBelow), pAbove, pBelow };
}
