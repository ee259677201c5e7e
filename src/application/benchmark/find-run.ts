import type { BenchmarkRun } from '../../domain/benchmark/benchmark-run.js';
import { EtalonError } from '../../domain/errors/etalon-error.js';
import type { Store, StoreProvider } from '../ports/store.port.js';

/** A run with the store that holds it. */
export interface StoredRun {
  readonly run: BenchmarkRun;
  readonly store: Store;
}

/** Finds a run by its id. @throws RUN_NOT_FOUND */
export async function findRun(stores: StoreProvider, runId: string): Promise<StoredRun> {
  const store = await stores.openExisting();
  const run = await store?.runs.findRun(runId);
  if (store !== undefined && run !== undefined) return { run, store };
  throw new EtalonError('RUN_NOT_FOUND', `There is no run ${runId}.`, { details: { run_id: runId } });
}
