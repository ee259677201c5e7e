import type { BenchmarkRun, Preregistration } from '../../domain/benchmark/benchmark-run.js';
import { NO_USAGE } from '../../domain/benchmark/judge-usage.js';
import type { FixedFacts } from './preregister.js';

const UNFINISHED = {
  status: 'running',
  verdict: null,
  verdictReason: null,
  samples: { total: 0, scored: 0, unscored: 0, errors: 0 },
  coverage: null,
  metrics: [],
  latency: { n: 0, quantiles: [] },
  cost: NO_USAGE,
  estimatedCost: null,
  comparison: null,
  durationSeconds: null,
  pinnedAt: null,
} as const;

/** A run as it is registered: what it will measure is fixed, nothing is known yet. */
export function newRun(
  id: string,
  fixed: FixedFacts,
  preregistration: Preregistration,
  environment: BenchmarkRun['environment'],
): BenchmarkRun {
  return { ...UNFINISHED, ...fixed, id, preregistration, environment, startedAt: preregistration.at };
}
