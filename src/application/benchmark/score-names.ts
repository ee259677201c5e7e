import type { BenchmarkRun } from '../../domain/benchmark/benchmark-run.js';
import { LATENCY_METRIC } from '../../domain/benchmark/latency-metric.js';
import type { Store } from '../ports/store.port.js';

/**
 * The names of a run's scores. A run that was stopped or interrupted has results and no metrics: there they are those of
 * its first result with scores, sorted.
 */
export async function scoreNames(run: BenchmarkRun, store: Store): Promise<readonly string[]> {
  const names = run.metrics.map(({ name }) => name).filter((name) => name !== LATENCY_METRIC);
  if (names.length > 0) return names;
  for await (const result of store.runs.results(run.id))
    if (result.status === 'scored') return Object.keys(result.scores).sort();
  return [];
}
