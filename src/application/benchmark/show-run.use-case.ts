import type { BenchmarkRun } from '../../domain/benchmark/benchmark-run.js';
import type { StoreProvider } from '../ports/store.port.js';
import { findRun } from './find-run.js';

/** Gives one run back as it was stored. */
export class ShowRunUseCase {
  constructor(private readonly stores: StoreProvider) {}

  /** @throws RUN_NOT_FOUND */
  async execute(command: { readonly runId: string }): Promise<BenchmarkRun> {
    return (await findRun(this.stores, command.runId)).run;
  }
}
