import type { BenchmarkDataset } from '../../domain/dataset/benchmark-dataset.js';
import type { TimeWindow } from '../../domain/time/time-window.js';
import type { DayCount } from '../ports/sample.repository.port.js';
import type { StoreProvider } from '../ports/store.port.js';
import { queryOf, windowOf } from './dataset-window.js';
import { openDataset } from './open-dataset.js';

/** A data set's digests by channel and day. */
export interface DatasetMap {
  readonly dataset: BenchmarkDataset;
  readonly window: TimeWindow;
  readonly digests: readonly DayCount[];
  readonly reviewReports: readonly DayCount[];
}

/** Gives the counts of a data set by channel and day, for a heat map. */
export class ShowDatasetUseCase {
  constructor(private readonly stores: StoreProvider) {}

  /** @throws DATASET_NOT_FOUND, and the errors of the store. */
  async execute(command: { readonly name: string }): Promise<DatasetMap> {
    const { store, dataset } = await openDataset(this.stores, command.name);
    const window = windowOf(dataset);
    const query = queryOf(dataset, window);
    return {
      dataset,
      window,
      digests: await store.digests.countByDay(query, window),
      reviewReports: await store.reviewReports.countByDay(query, window),
    };
  }
}
