import type { BenchmarkRun } from '../../domain/benchmark/benchmark-run.js';
import type { JudgeUsage } from '../../domain/benchmark/judge-usage.js';
import { addUsage, NO_USAGE, usageBeyond } from '../../domain/benchmark/judge-usage.js';
import type { RunRepository } from '../ports/run.repository.port.js';

/** What a run that is to be resumed has come to. */
type KnownSoFar = Pick<BenchmarkRun, 'samples' | 'cost' | 'costWithoutResults'>;

/**
 * What a run that is to be resumed has come to: the results that are stored, and what was spent, also on answers that have
 * no result.
 *
 * @param spent what this part of the run and those before it spent; left out: what is stored.
 */
export async function knownSoFar(runs: RunRepository, run: BenchmarkRun, spent?: JudgeUsage): Promise<KnownSoFar> {
  const counts = { scored: 0, unscored: 0, error: 0 };
  let stored = costBesides(run);
  for await (const { status, usage } of runs.results(run.id)) {
    counts[status] += 1;
    stored = addUsage(stored, usage);
  }
  const { scored, unscored, error: errors } = counts;
  const samples = { total: scored + unscored + errors, scored, unscored, errors };
  const cost = spent ?? stored;
  const lost = usageBeyond(cost, stored);
  if (lost.calls === 0) return { samples, cost };
  return { samples, cost, costWithoutResults: addUsage(run.costWithoutResults ?? NO_USAGE, lost) };
}

/** The part of a run's cost that stands in none of its results. */
export function costBesides({ selfTest, costWithoutResults = NO_USAGE }: BenchmarkRun): JudgeUsage {
  return addUsage(selfTest?.usage ?? NO_USAGE, costWithoutResults);
}
