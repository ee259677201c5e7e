import type { BenchmarkRun } from '../../domain/benchmark/benchmark-run.js';
import { EtalonError } from '../../domain/errors/etalon-error.js';
import type { StoreProvider } from '../ports/store.port.js';
import { findBaseline, PINNED } from './find-baseline.js';

/** Shows the run that is pinned for a scenario. */
export class ShowBaselineUseCase {
  constructor(private readonly stores: StoreProvider) {}

  /** @throws BASELINE_NOT_PINNED */
  async execute({ scenario }: { readonly scenario: string }): Promise<BenchmarkRun> {
    const store = await this.stores.openExisting();
    if (store !== undefined) return await findBaseline(store, PINNED, scenario);
    throw new EtalonError('BASELINE_NOT_PINNED', `No run of ${scenario} is pinned: there is no store yet.`, {
      details: { scenario },
    });
  }
}
