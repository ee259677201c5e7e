import type { BenchmarkRun } from '../../../domain/benchmark/benchmark-run.js';
import type { MetricResult } from '../../../domain/benchmark/metric-result.js';
import type { Pilot, PilotMetric, PilotRun } from '../../../domain/benchmark/pilot/pilot.js';
import type { PilotDecision } from '../../../domain/benchmark/pilot/pilot-decision.js';

/** A pilot with what it amounts to. */
export interface PilotResult extends PilotDecision {
  readonly pilot: Pilot;
  /** The page that people read. */
  readonly log: string;
  /** What became of that page; the record in the data folder is what decides. Left out where it was written just now. */
  readonly logState?: 'as written' | 'edited' | 'missing';
}

/** What a pilot keeps of a run. */
export function pilotRun(run: BenchmarkRun): PilotRun {
  const { id, status, verdict, preregistration, dataset, judge, samples, metrics } = run;
  return {
    ...{ run_id: id, status, verdict, preregistration: preregistration.hash, dataset_sha256: dataset.sha256 },
    judge: `${judge.kind}, ${judge.model}, ${judge.promptVersion}`,
    samples: { total: samples.total, scored: samples.scored },
    metrics: metrics.map(pilotMetric),
  };
}

function pilotMetric({ name, estimate, interval, verdict, strength }: MetricResult): PilotMetric {
  return { name, estimate, lower: interval?.lower ?? null, upper: interval?.upper ?? null, verdict, strength };
}
