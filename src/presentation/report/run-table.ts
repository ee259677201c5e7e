import type { BenchmarkRun } from '../../domain/benchmark/benchmark-run.js';
import { formatInterval, formatSeconds, formatThreshold, formatValue } from './format-value.js';

/** A row of a table for people. */
export type ReportRow = Readonly<Record<string, string | number | null>>;

/** The metrics of a run as rows: estimate, interval, values, verdict, strength, reason. */
export function metricRows(run: BenchmarkRun): readonly ReportRow[] {
  return run.metrics.map((metric) => ({
    metric: metric.name,
    estimate: formatValue(metric.estimate, metric),
    'interval 95 %': formatInterval(metric.interval, metric),
    n: metric.n,
    days: metric.clusters,
    pass: formatThreshold(metric.pass, metric),
    warn: formatThreshold(metric.warn, metric),
    verdict: metric.verdict,
    strength: metric.strength,
    reason: metric.reason ?? '',
  }));
}

/** Quantiles of the pipeline's latency as rows. */
export function latencyRows(run: BenchmarkRun): readonly ReportRow[] {
  const seconds = { direction: 'lower' } as const;
  return run.latency.quantiles.map(({ quantile, seconds: value, interval }) => ({
    latency: `p${Math.round(quantile * 100).toString()}`,
    'estimate (type 7)': formatSeconds(value),
    'interval 95 %': formatInterval(interval, seconds),
    n: run.latency.n,
  }));
}

/** How many samples came from where, and each metric by provenance, as rows. */
export function provenanceRows(run: BenchmarkRun): readonly ReportRow[] {
  const { imported, synthetic, unmarked } = run.dataset;
  return Object.entries({ imported, synthetic, unmarked }).map(([provenance, samples]) => ({
    provenance,
    'in the data set': samples,
    ...Object.fromEntries(
      run.metrics.map((metric) => [metric.name, formatValue(metric.byProvenance[provenance]?.estimate, metric)]),
    ),
  }));
}
