import type { BenchmarkRun } from './benchmark-run.js';
import { LATENCY_METRIC, latencyMetric, latencySummary } from './latency-metric.js';
import type { MetricResult } from './metric-result.js';
import { overallVerdict } from './overall-verdict.js';
import { ResultTable } from './result-table.js';
import type { SampleResult } from './sample-result.js';
import type { Scenario, ScenarioMetric } from './scenario.js';
import { scoreMetric } from './score-metric.js';
import { thresholdFor } from './threshold-for.js';

/** What the results of a run amount to. */
export type RunSummary = Pick<BenchmarkRun, 'verdict' | 'samples' | 'coverage' | 'metrics' | 'latency'>;

/**
 * Turns results into metrics, latency and verdict.
 *
 * @param judge the judge's kind, which decides between threshold values
 * @param includeSynthetic whether synthetic samples count
 */
export function summariseRun(
  scenario: Scenario,
  judge: string,
  results: readonly SampleResult[],
  includeSynthetic: boolean,
): RunSummary {
  const table = new ResultTable(results, includeSynthetic);
  const metrics = scenario.metrics.map((metric) => measure(metric, scenario, judge, table));
  const verdict = overallVerdict(metrics.map((metric) => metric.verdict));
  const { tally: samples, coverage } = table;
  return { verdict, samples, coverage, metrics, latency: latencySummary(table) };
}

function measure(metric: ScenarioMetric, scenario: Scenario, judge: string, table: ResultTable): MetricResult {
  const threshold = thresholdFor(metric, judge);
  return metric.name === LATENCY_METRIC
    ? latencyMetric(metric, threshold, table)
    : scoreMetric(metric, threshold, table, scenario.minimumCoverage);
}
