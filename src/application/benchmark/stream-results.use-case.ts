import type { BenchmarkRun } from '../../domain/benchmark/benchmark-run.js';
import type { SampleResult } from '../../domain/benchmark/sample-result.js';
import type { StoreProvider } from '../ports/store.port.js';
import { findRun } from './find-run.js';

/** A run with its results, read as they are asked for. */
export interface StreamedResults {
  readonly run: BenchmarkRun;
  /** In the order of the data set. */
  readonly results: AsyncIterable<SampleResult>;
}

/** Reads the results of a run one after the other, however many there are. */
export class StreamResultsUseCase {
  constructor(private readonly stores: StoreProvider) {}

  /** @throws RUN_NOT_FOUND */
  async execute({ runId }: { readonly runId: string }): Promise<StreamedResults> {
    const { run, store } = await findRun(this.stores, runId);
    return { run, results: store.runs.results(run.id) };
  }
}
