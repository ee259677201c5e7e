import type { EstimatedMean } from '../means/estimated-mean.js';
import { meanTest } from './mean-test.js';

/** Two one-sided tests of "the mean lies inside the margins". */
export interface EquivalenceTest {
  /** The larger of both: below α the mean is inside. */
  readonly p: number;
  /** Against "mean ≤ low". */
  readonly pLower: number;
  /** Against "mean ≥ high". */
  readonly pUpper: number;
}

/**
 * Two one-sided t tests (TOST) that a mean, say of paired differences, lies between two margins.
 *
 * Source: Schuirmann 1987, J. Pharmacokinet. Biopharm. 15, 657–680.
 *
 * @returns `null` when the mean has no error; identical results are equivalent without a test, and the caller says so
 */
export function equivalenceTest(estimate: EstimatedMean, low: number, high: number): EquivalenceTest | null {
  const lower = meanTest(estimate, low);
  const upper = meanTest(estimate, high);
  if (lower === null || upper === null) return null;
  return { p: Math.max(lower.pAbove, upper.pBelow), pLower: lower.pAbove, pUpper: upper.pBelow };
}
