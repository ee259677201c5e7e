import type { BenchmarkRun } from '../../domain/benchmark/benchmark-run.js';
import type { MetricResult, Verdict } from '../../domain/benchmark/metric-result.js';
import type { MetricLabels, MetricName } from '../../domain/observability/metric-catalogue.js';
import type { MetricsPort } from '../ports/metrics.port.js';

const OUTCOME: Readonly<Record<Verdict, number>> = { PASS: 0, WARN: 1, FAIL: 2, INSUFFICIENT: 3 };

/**
 * Sets the gauges of a finished run: outcome, duration, and each metric with its interval. What is not known
 * is not set: it has no value, not a zero.
 */
export function observeRun(metrics: MetricsPort, run: BenchmarkRun): void {
  const labels = { scenario: run.scenario, dataset: run.dataset.name };
  metrics.observe('benchmark_run_duration_seconds', labels, run.durationSeconds ?? 0);
  if (run.verdict !== null) metrics.set('benchmark_run_outcome', labels, OUTCOME[run.verdict]);
  for (const metric of run.metrics) observeMetric(metrics, { ...labels, metric: metric.name }, metric);
}

function observeMetric(metrics: MetricsPort, labels: MetricLabels, metric: MetricResult): void {
  const { verdict, estimate, interval } = metric;
  const known = (name: MetricName, value: number | null | undefined) => {
    if (value !== null && value !== undefined) metrics.set(name, labels, value);
  };
  metrics.set('benchmark_metric_outcome', labels, OUTCOME[verdict]);
  known('benchmark_metric_value', estimate);
  known('benchmark_metric_ci_lower', interval?.lower);
  known('benchmark_metric_ci_upper', interval?.upper);
}
