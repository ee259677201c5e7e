import type { BenchmarkRun } from '../../domain/benchmark/benchmark-run.js';
import type { StoreProvider } from '../ports/store.port.js';

/** Lists the runs of the store, the newest first; none when there is no store yet. */
export class ListRunsUseCase {
  constructor(private readonly stores: StoreProvider) {}

  /** @param command `limit`: the most runs to list, ≥ 1. */
  async execute(command: { readonly limit: number }): Promise<readonly BenchmarkRun[]> {
    const store = await this.stores.openExisting();
    return store === undefined ? [] : await store.runs.listRuns(command.limit);
  }
}
