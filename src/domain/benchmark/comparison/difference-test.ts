import { detectableEffect } from '../../statistics/comparison/detectable-effect.js';
import { meanTest } from '../../statistics/comparison/mean-test.js';
import type { ClusteredPair, StratifiedDifference } from '../../statistics/comparison/stratified-difference.js';
import { stratifiedDifference } from '../../statistics/comparison/stratified-difference.js';
import { exactSum } from '../../statistics/exact-sum.js';
import type { Interval } from '../../statistics/interval.js';
import { roundingOf } from '../../statistics/means/rounding.js';

/** What paired values say about the mean of candidate − baseline. */
export interface DifferenceTest {
  readonly mean: number | null;
  readonly n: number;
  readonly clusters: number;
  /** Whether baseline and candidate agree in every pair, as far as numbers can tell. */
  readonly identical: boolean;
  /** The size of the difference where it is the same in every pair of enough days to be no chance; else `null`. */
  readonly constant: number | null;
  /** 95 %. */
  readonly interval: Interval | null;
  /** 1 − 2α: inside ± margin, both one-sided tests at α reject a difference of the margin (TOST). */
  readonly equivalenceInterval: Interval | null;
  /** Two-sided, against no difference. */
  readonly pValue: number | null;
  /** Cohen's d_z: mean over standard deviation of the differences. */
  readonly effectSize: number | null;
  /** The true difference that such data shows four times out of five. */
  readonly mde: number | null;
  /** Why there is no interval, or what else to know; `null` for nothing. */
  readonly reason: string | null;
}

/**
 * Tests paired differences with channels as strata and days as clusters, as single runs are estimated.
 *
 * Differences that are all alike have no standard error. Then only their signs are tested, one a day (every day on the
 * same side has probability 2^(1 − days) when both sides are equally likely), and nothing is claimed about their size.
 *
 * Sources: those of `stratifiedDifference`, `meanTest` and `detectableEffect`; Cohen 1988 for d_z.
 *
 * @param alpha the level of each one-sided test of equivalence, in 0…0.5
 */
export function differenceTest(pairs: readonly ClusteredPair[], alpha: number): DifferenceTest {
  const estimate = stratifiedDifference(pairs);
  const { mean, n, clusters, interval } = estimate;
  const identical = isIdentical(pairs);
  const constant = constantOf(pairs, estimate, alpha);
  const base = { mean, n, clusters, identical, constant, interval, effectSize: effectSizeOf(pairs, mean) };
  const mde = detectableEffect(estimate, alpha);
  const equivalenceInterval = interval && stratifiedDifference(pairs, 1 - 2 * alpha).interval;
  return { ...base, mde, equivalenceInterval, ...answerOf(pairs, estimate) };
}

function answerOf(pairs: readonly ClusteredPair[], estimate: StratifiedDifference) {
  const test = meanTest(estimate, 0);
  if (test !== null) return { pValue: 2 * Math.min(test.pAbove, test.pBelow), reason: null };
  return isIdentical(pairs) ? { pValue: 1, reason: 'identical results' } : signsOnly(pairs, estimate);
}

/** Scores that were worked out in another order may differ in their last digit. */
function isIdentical(pairs: readonly ClusteredPair[]): boolean {
  const near = ({ baseline, candidate }: ClusteredPair) =>
    Math.abs(candidate - baseline) <= roundingOf(Math.max(Math.abs(baseline), Math.abs(candidate)));
  return pairs.length > 0 && pairs.every(near);
}

function constantOf(pairs: readonly ClusteredPair[], { reason, clusters }: StratifiedDifference, alpha: number) {
  if (reason !== 'no spread' || 2 ** (1 - clusters) >= alpha) return null;
  const sizes = pairs.map(({ baseline, candidate }) => Math.abs(candidate - baseline));
  return sizes.reduce((most, size) => Math.max(most, size), 0);
}

function effectSizeOf(pairs: readonly ClusteredPair[], mean: number | null): number | null {
  if (mean === null || pairs.length < 2) return null;
  const squares = exactSum(pairs.map(({ baseline, candidate }) => (candidate - baseline - mean) ** 2));
  return squares === 0 ? null : mean / Math.sqrt(squares / (pairs.length - 1));
}

/** Too few days say nothing; differences without spread say which side they are on. */
function signsOnly(pairs: readonly ClusteredPair[], { clusters, reason, fewestClusters }: StratifiedDifference) {
  const signs = new Set(pairs.map(({ baseline, candidate }) => Math.sign(candidate - baseline)));
  const oneSided = signs.size === 1 && !signs.has(0);
  if (!oneSided || clusters < 2 || fewestClusters < 2) return { pValue: null, reason: reason ?? 'no spread' };
  return { pValue: 2 ** (1 - clusters), reason: `no spread: the signs of ${clusters} days are tested` };
}
