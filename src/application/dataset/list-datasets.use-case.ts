import type { BenchmarkDataset } from '../../domain/dataset/benchmark-dataset.js';
import type { StoreProvider } from '../ports/store.port.js';

/** Lists the data sets of the store; none when there is no store yet. */
export class ListDatasetsUseCase {
  constructor(private readonly stores: StoreProvider) {}

  async execute(): Promise<readonly BenchmarkDataset[]> {
    const store = await this.stores.openExisting();
    return (await store?.datasets.list()) ?? [];
  }
}
