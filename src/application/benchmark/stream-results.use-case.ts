import type { BenchmarkRun } from '../../domain/benchmark/benchmark-run.js';
import type { SampleResult } from '../../domain/benchmark/sample-result.js';
import type { StoreProvider } from '../ports/store.port.js';
import { findRun } from './find-run.js';
import { scoreNames } from './score-names.js';

/** A run with its results, read as they are asked for. */
export interface StreamedResults {
  readonly run: BenchmarkRun;
  /** The names of the scores; of a run that has no metrics those of its first result with scores. */
  readonly metrics: readonly string[];
  /** In the order of the data set. */
  readonly results: AsyncIterable<SampleResult>;
}

/** Reads the results of a run one after the other, however many there are. */
export class StreamResultsUseCase {
  constructor(private readonly stores: StoreProvider) {}

  /** @throws RUN_NOT_FOUND */
  async execute({ runId }: { readonly runId: string }): Promise<StreamedResults> {
    const { run, store } = await findRun(this.stores, runId);
    const metrics = await scoreNames(run, store);
    return { run, metrics, results: store.runs.results(run.id) };
  }
}
