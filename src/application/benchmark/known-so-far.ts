import type { BenchmarkRun } from '../../domain/benchmark/benchmark-run.js';
import { addUsage, NO_USAGE } from '../../domain/benchmark/judge-usage.js';
import type { RunRepository } from '../ports/run.repository.port.js';

/**
 * What a run that is to be resumed has come to: the results that are stored and what they and the judge's test of itself
 * cost. Calls whose answers were never stored are not in it.
 */
export async function knownSoFar(
  runs: RunRepository,
  { id, selfTest }: BenchmarkRun,
): Promise<Pick<BenchmarkRun, 'samples' | 'cost'>> {
  const counts = { scored: 0, unscored: 0, error: 0 };
  let cost = selfTest?.usage ?? NO_USAGE;
  for await (const { status, usage } of runs.results(id)) {
    counts[status] += 1;
    cost = addUsage(cost, usage);
  }
  const { scored, unscored, error: errors } = counts;
  return { samples: { total: scored + unscored + errors, scored, unscored, errors }, cost };
}
