import type { BenchmarkRun } from '../../domain/benchmark/benchmark-run.js';
import { LATENCY_METRIC } from '../../domain/benchmark/latency-metric.js';
import { ResultTable } from '../../domain/benchmark/result-table.js';
import type { RunPlan } from './plan-run.js';

/** A table with room for the results of a run. */
export function emptyTable({ scenario }: RunPlan, { dataset, limit, includeSynthetic }: BenchmarkRun): ResultTable {
  const metrics = scenario.metrics.map(({ name }) => name).filter((name) => name !== LATENCY_METRIC);
  return new ResultTable(metrics, includeSynthetic, Math.min(dataset.samples, limit ?? Infinity));
}
