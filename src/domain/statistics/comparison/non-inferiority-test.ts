import { tQuantile } from '../distributions/t-distribution.js';
import type { EstimatedMean } from '../means/estimated-mean.js';
import { meanTest } from './mean-test.js';

/** The test of "the candidate is not worse than the baseline by the margin or more". */
export interface NonInferiorityTest {
  readonly t: number;
  /** Below α the candidate is not inferior. */
  readonly p: number;
  /** The one-sided lower bound of the mean difference at 1 − α: not inferior when it exceeds −margin. */
  readonly lowerBound: number;
}

/**
 * Non-inferiority of a candidate against a baseline: one-sided t test against "mean difference ≤ −margin". A large p
 * value does not mean that both are equal; it means that nothing was shown.
 *
 * Source: Wellek 2010, Testing Statistical Hypotheses of Equivalence and Noninferiority, ch. 2.
 *
 * @param estimate of candidate − baseline
 * @param margin 0 or more, in the unit of the scores
 * @returns `null` when the mean has no error
 */
export function nonInferiorityTest(estimate: EstimatedMean, margin: number, alpha = 0.05): NonInferiorityTest | null {
  const test = meanTest(estimate, -margin);
  const { mean, standardError, degreesOfFreedom } = estimate;
  if (test === null || mean === null || standardError === null || degreesOfFreedom === null) return null;
  const lowerBound = mean - tQuantile(1 - alpha, degreesOfFreedom) * standardError;
  return { t: test.t, p: test.pAbove, lowerBound };
}
