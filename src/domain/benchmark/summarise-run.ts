import { exactSum } from '../statistics/exact-sum.js';
import type { BenchmarkRun } from './benchmark-run.js';
import { LATENCY_METRIC, latencyMetric, latencySummary } from './latency-metric.js';
import type { MetricResult } from './metric-result.js';
import { overallVerdict } from './overall-verdict.js';
import type { ResultTable } from './result-table.js';
import type { Scenario, ScenarioMetric } from './scenario.js';
import { scoreMetric } from './score-metric.js';
import { thresholdFor } from './threshold-for.js';

/** What the results of a run amount to. */
export type RunSummary = Pick<
  BenchmarkRun,
  'verdict' | 'samples' | 'coverage' | 'metrics' | 'latency' | 'withinSampleSd'
>;

/**
 * Turns results into metrics, latency and verdict.
 *
 * @param judge whose threshold values hold, by kind
 * @param table the results, and whether synthetic samples count
 */
export function summariseRun(scenario: Scenario, judge: string, table: ResultTable): RunSummary {
  const metrics = scenario.metrics.map((metric) => measure(metric, scenario, judge, table));
  const verdict = overallVerdict(metrics.map((metric) => metric.verdict));
  const { tally: samples, coverage } = table;
  return { verdict, samples, coverage, metrics, latency: latencySummary(table), ...withinSampleSd(table) };
}

function measure(metric: ScenarioMetric, scenario: Scenario, judge: string, table: ResultTable): MetricResult {
  const threshold = thresholdFor(metric, judge);
  return metric.name === LATENCY_METRIC
    ? latencyMetric(metric, threshold, table)
    : scoreMetric(metric, threshold, table, scenario.minimumCoverage);
}

/** The root of the mean variance among the repeats of a sample: what judging the same sample again changes. */
function withinSampleSd(table: ResultTable): Pick<RunSummary, 'withinSampleSd'> {
  const known = table.metrics.flatMap((metric) => {
    const pooled = [...table.variances(metric)];
    return pooled.length === 0 ? [] : [[metric, Math.sqrt(exactSum(pooled) / pooled.length)] as const];
  });
  return known.length === 0 ? {} : { withinSampleSd: Object.fromEntries(known) };
}
