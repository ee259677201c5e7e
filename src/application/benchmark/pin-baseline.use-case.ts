import type { BenchmarkRun } from '../../domain/benchmark/benchmark-run.js';
import { EtalonError } from '../../domain/errors/etalon-error.js';
import type { Clock } from '../ports/clock.port.js';
import type { StoreProvider } from '../ports/store.port.js';
import { findRun } from './find-run.js';

/** Pins the run that `--baseline pinned` means for its scenario; the one pinned before is so no more. */
export class PinBaselineUseCase {
  constructor(
    private readonly stores: StoreProvider,
    private readonly clock: Clock,
  ) {}

  /** @throws RUN_NOT_FOUND; RUNS_NOT_COMPARABLE for a run that did not come to its end. */
  async execute({ runId }: { readonly runId: string }): Promise<BenchmarkRun> {
    const { run, store } = await findRun(this.stores, runId);
    if (run.status !== 'completed')
      throw new EtalonError('RUNS_NOT_COMPARABLE', `Run ${runId} cannot be a baseline: its status is ${run.status}.`, {
        hint: 'Pin a completed run.',
        details: { run_id: runId, status: run.status },
      });
    const pinned = { ...run, pinnedAt: this.clock.now() };
    await store.runs.saveRun(pinned);
    return pinned;
  }
}
