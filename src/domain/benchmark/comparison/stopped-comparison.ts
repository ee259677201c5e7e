import { anytimeP } from '../../statistics/sequential/betting-test.js';
import type { StopDecision } from '../../statistics/sequential/paired-stop.js';
import type { EarlyStopping, ObservedMetric } from './early-stopping.js';
import type { MetricComparison, RunComparison } from './run-comparison.js';

/** What a comparison that stopped early is about. */
export interface StoppedFacts {
  readonly a: string;
  readonly b: string;
  readonly margin: number;
  readonly alpha: number;
  readonly baselinePinned: boolean;
  /** Samples that count and are in one of the runs alone. */
  readonly unpaired: RunComparison['unpaired'];
}

/**
 * The comparison of a run that stopped early: `worse` or `not_worse`, with p-values that hold at whatever time one looks.
 * There are no intervals: those of a fixed number of samples would not hold here.
 */
export function stoppedComparison(
  stopping: EarlyStopping,
  decision: Exclude<StopDecision, 'go on'>,
  facts: StoppedFacts,
): RunComparison {
  const { margin, ...rest } = facts;
  const verdict = decision === 'worse' ? 'worse' : 'not_worse';
  const { pairs, observed } = stopping;
  const metrics = observed.map((seen) => metricOf(seen, observed.length, facts));
  const reason =
    verdict === 'worse'
      ? `Decided after ${pairs} samples: at least one score is worse.`
      : `Decided after ${pairs} samples: no score is worse by ${margin} or more; latencies were not compared.`;
  return { ...rest, pairs, metrics, verdict, reason };
}

function metricOf(seen: ObservedMetric, metrics: number, { margin, alpha }: StoppedFacts): MetricComparison {
  const pValue = anytimeP(seen.bets.worse);
  const pHolm = Math.min(1, metrics * pValue);
  return {
    ...{ name: seen.name, scale: 'absolute', difference: seen.n === 0 ? null : seen.sum / seen.n },
    ...{ interval: null, equivalenceInterval: null, pValue, pHolm, effectSize: null, mde: null },
    ...{ margin, n: seen.n, clusters: seen.days.size, verdict: verdictOf(seen, pHolm, alpha) },
    reason: 'stopped early: the p-value holds at any time, intervals do not',
  };
}

/** What is shown of a metric is what was shown of it: the decision may rest on another one. */
function verdictOf({ bets }: ObservedMetric, pHolm: number, alpha: number): MetricComparison['verdict'] {
  if (pHolm <= alpha) return 'worse';
  return anytimeP(bets.notWorse) <= alpha ? 'not_worse' : 'undecided';
}
