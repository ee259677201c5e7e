import type { BettingState } from './betting-test.js';
import { BETTING_START, bettingTest } from './betting-test.js';

/** When a run that is paired with a baseline may stop early. */
export interface PairedStopRule {
  /** How many samples the whole run has. */
  readonly population: number;
  /** How much worse is still not worse, in the unit of the scores. */
  readonly margin: number;
  /** The chance of a wrong decision of either kind; 0.05 for 5 %. */
  readonly alpha: number;
}

/** Both tests of one metric: against "worse by the margin or more", and against "not worse at all". */
export interface MetricBets {
  readonly notWorse: BettingState;
  readonly worse: BettingState;
}

/** What the samples so far decide about the score of the whole run. */
export type StopDecision = 'not worse' | 'worse' | 'go on';

/** The state of a metric before the first sample. */
export const NO_BETS: MetricBets = { notWorse: BETTING_START, worse: BETTING_START };

/**
 * The bets of one metric after one more sample of a seeded random order without replacement.
 *
 * @param difference candidate − baseline of two scores in 0…1
 */
export function observeDifference(bets: MetricBets, difference: number, rule: PairedStopRule): MetricBets {
  const { population, margin } = rule;
  const x = (difference + 1) / 2;
  return {
    notWorse: bettingTest(bets.notWorse, x, { mean: (1 - margin) / 2, population, rejects: 'mean <= m' }),
    worse: bettingTest(bets.worse, x, { mean: 0.5, population, rejects: 'mean >= m' }),
  };
}

/**
 * Not worse: every metric has reached 1/α against "difference ≤ −margin" (an intersection–union test needs no
 * correction). Worse: any of k metrics has reached k/α against "difference ≥ 0" (Bonferroni). The first to be reached
 * decides: stop asking then. No metrics decide nothing.
 *
 * Source: Ville's inequality; see `bettingTest`.
 */
export function stopDecision(metrics: readonly MetricBets[], alpha: number): StopDecision {
  if (metrics.length === 0) return 'go on';
  if (metrics.some(({ worse }) => worse.most >= metrics.length / alpha)) return 'worse';
  return metrics.every(({ notWorse }) => notWorse.most >= 1 / alpha) ? 'not worse' : 'go on';
}
