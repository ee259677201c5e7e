import { quantileType7 } from '../statistics/quantile.js';
import {
  fewestForUpperBound,
  oneSidedQuantileBounds,
  orderStatisticInterval,
} from '../statistics/order-statistic-interval.js';
import type { BenchmarkRun, LatencyQuantile } from './benchmark-run.js';
import type { MetricResult } from './metric-result.js';
import { FEWEST_DAYS } from './fewest-days.js';
import type { MetricVerdict } from './metric-verdict.js';
import { metricVerdict } from './metric-verdict.js';
import type { ByProvenance, ResultTable } from './result-table.js';
import type { ScenarioMetric, Threshold } from './scenario.js';

/** The name of the metric that is held against the pipeline's own latency. */
export const LATENCY_METRIC = 'latency_p95';

const JUDGED = 0.95;
const SHOWN = [0.5, 0.9, JUDGED, 0.99];

/**
 * Quantiles of the pipeline's latency: type 7 with two-sided order-statistic intervals, which take latencies as
 * independent although those of one day are not.
 */
export function latencySummary(table: ResultTable): BenchmarkRun['latency'] {
  const sorted = table.latencies('counted');
  return { n: sorted.length, quantiles: SHOWN.map((quantile) => quantileOf(sorted, quantile)) };
}

function quantileOf(sorted: ArrayLike<number>, quantile: number): LatencyQuantile {
  const { lower, upper, level, method } = orderStatisticInterval(sorted, quantile);
  const interval = sorted.length === 0 ? null : { lower, upper, level, method };
  return { quantile, seconds: quantileType7(sorted, quantile), interval };
}

/** The 95th percentile as a metric: judged by its estimate, strong by the one-sided 95 % bound on the side in question; its interval is the two-sided one. */
export function latencyMetric(metric: ScenarioMetric, threshold: Threshold, table: ResultTable): MetricResult {
  const sorted = table.latencies('counted');
  const base = { ...factsOf(metric, table), ...threshold };
  const estimate = quantileType7(sorted, JUDGED);
  if (estimate === null) return { ...base, ...NOTHING_TO_JUDGE };
  const bounds = oneSidedQuantileBounds(sorted, JUDGED);
  const doubt = doubtOf(table);
  const judged = metricVerdict({ ...metric, estimate, interval: bounds, threshold, doubt });
  const reason = doubt ?? boundReason(judged, sorted.length);
  return { ...base, estimate, interval: quantileOf(sorted, JUDGED).interval, ...judged, reason };
}

const NOTHING_TO_JUDGE = {
  estimate: null,
  interval: null,
  verdict: 'INSUFFICIENT',
  strength: null,
  reason: 'no sample that counts: all are synthetic',
} as const;

function factsOf({ name, direction }: ScenarioMetric, table: ResultTable) {
  const spread = { designEffect: null, autocorrelation: null };
  const size = { n: table.size('counted'), clusters: table.days };
  return { name, direction, ...size, ...spread, byProvenance: provenanceLatency(table) };
}

function doubtOf({ fewestDays }: ResultTable): string | null {
  return fewestDays < FEWEST_DAYS ? `a channel has fewer than ${FEWEST_DAYS} days` : null;
}

/** A FAIL rests on the lower bound; only the others want the upper one, which needs more samples. */
function boundReason({ verdict, reason }: MetricVerdict, n: number): string | null {
  const fewest = fewestForUpperBound(JUDGED, 1 - JUDGED);
  if (reason === null || verdict === 'FAIL' || n >= fewest) return reason;
  return `an upper bound of p95 needs ${fewest} samples, there are ${n}`;
}

function provenanceLatency(table: ResultTable): ByProvenance {
  return table.byProvenance((provenance) => {
    const sorted = table.latencies(provenance);
    return { estimate: quantileType7(sorted, JUDGED), n: sorted.length };
  });
}
