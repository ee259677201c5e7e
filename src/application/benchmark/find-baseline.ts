import type { BenchmarkRun } from '../../domain/benchmark/benchmark-run.js';
import { EtalonError } from '../../domain/errors/etalon-error.js';
import type { Store } from '../ports/store.port.js';

/** The name that stands for the run which was pinned for a scenario. */
export const PINNED = 'pinned';

/**
 * The run that is meant as a baseline: by id, or the pinned one of the scenario.
 *
 * @throws RUN_NOT_FOUND, BASELINE_NOT_PINNED
 */
export async function findBaseline(store: Store, wanted: string, scenario: string): Promise<BenchmarkRun> {
  const run = wanted === PINNED ? await store.runs.pinnedRun(scenario) : await store.runs.findRun(wanted);
  if (run !== undefined) return run;
  if (wanted === PINNED)
    throw new EtalonError('BASELINE_NOT_PINNED', `No run of ${scenario} is pinned as the baseline.`, {
      details: { scenario },
    });
  throw new EtalonError('RUN_NOT_FOUND', `There is no run ${wanted}.`, { details: { run_id: wanted } });
}
