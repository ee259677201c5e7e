import { detectableEffect } from '../../statistics/comparison/detectable-effect.js';
import { meanTest } from '../../statistics/comparison/mean-test.js';
import type { ClusteredPair, StratifiedDifference } from '../../statistics/comparison/stratified-difference.js';
import { stratifiedDifference } from '../../statistics/comparison/stratified-difference.js';
import type { Interval } from '../../statistics/interval.js';
import type { DifferenceFacts } from './difference-facts.js';
import { differenceFacts } from './difference-facts.js';

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
 * @param pairs gone through several times and not kept
 * @param alpha the level of each one-sided test of equivalence, in 0…0.5
 */
export function differenceTest(pairs: Iterable<ClusteredPair>, alpha: number): DifferenceTest {
  const estimate = stratifiedDifference(pairs);
  const facts = differenceFacts(pairs, estimate.mean ?? 0);
  const { mean, n, clusters, interval } = estimate;
  const { identical, effectSize } = facts;
  const constant = constantOf(facts, estimate, alpha);
  const base = { mean, n, clusters, identical, constant, interval, effectSize };
  const mde = detectableEffect(estimate, alpha);
  const equivalenceInterval = interval && stratifiedDifference(pairs, 1 - 2 * alpha).interval;
  return { ...base, mde, equivalenceInterval, ...answerOf(facts, estimate) };
}

function answerOf(facts: DifferenceFacts, estimate: StratifiedDifference) {
  const test = meanTest(estimate, 0);
  if (test !== null) return { pValue: 2 * Math.min(test.pAbove, test.pBelow), reason: null };
  return facts.identical ? { pValue: 1, reason: 'identical results' } : signsOnly(facts, estimate);
}

function constantOf({ largest }: DifferenceFacts, { reason, clusters }: StratifiedDifference, alpha: number) {
  return reason !== 'no spread' || 2 ** (1 - clusters) >= alpha ? null : largest;
}

/** Too few days say nothing; differences without spread say which side they are on. */
function signsOnly({ oneSided }: DifferenceFacts, { clusters, reason, fewestClusters }: StratifiedDifference) {
  if (!oneSided || clusters < 2 || fewestClusters < 2) return { pValue: null, reason: reason ?? 'no spread' };
  return { pValue: 2 ** (1 - clusters), reason: `no spread: the signs of ${clusters} days are tested` };
}
