import type { BenchmarkDataset } from '../../domain/dataset/benchmark-dataset.js';
import type { Sample } from '../../domain/dataset/sample.js';
import type { SampleRepository } from '../ports/sample.repository.port.js';
import type { Store, StoreProvider } from '../ports/store.port.js';
import { queryOf, windowOf } from './dataset-window.js';
import { openDataset } from './open-dataset.js';

const BATCH = 500;

/** What a removal deletes, or would delete. */
export interface Removal {
  readonly dataset: BenchmarkDataset;
  readonly digests: number;
  readonly reviewReports: number;
  readonly removed: boolean;
}

/**
 * Removes a data set. Of a seeded one the documents go too, except a team's own (unmarked) ones and those that another
 * data set covers; of an adopted one only the record goes.
 */
export class RemoveDatasetUseCase {
  constructor(private readonly stores: StoreProvider) {}

  /**
   * Counts what would go, and with `confirmed` deletes it.
   *
   * @throws DATASET_NOT_FOUND, STORE_LOCKED, and the errors of the store.
   */
  async execute(command: { readonly name: string; readonly confirmed: boolean }): Promise<Removal> {
    const { store, dataset } = await openDataset(this.stores, command.name);
    if (!command.confirmed) return this.#sweep(store, dataset, false);
    return store.lock.hold('remove', async () => {
      const removal = await this.#sweep(store, dataset, true);
      await store.datasets.remove(dataset.name);
      return removal;
    });
  }

  async #sweep(store: Store, dataset: BenchmarkDataset, removed: boolean): Promise<Removal> {
    if (dataset.origin === 'adopted') return { dataset, digests: 0, reviewReports: 0, removed };
    const others = (await store.datasets.list()).filter(({ name }) => name !== dataset.name);
    const belongs = ownedApartFrom(others);
    const digests = await sweepKind(store.digests, dataset, belongs, removed);
    const reviewReports = await sweepKind(store.reviewReports, dataset, belongs, removed);
    return { dataset, digests, reviewReports, removed };
  }
}

type Belongs = (sample: Sample) => boolean;

async function sweepKind<S extends Sample>(
  repository: SampleRepository<S>,
  dataset: BenchmarkDataset,
  belongs: Belongs,
  remove: boolean,
): Promise<number> {
  const ids: string[] = [];
  for await (const sample of repository.stream(queryOf(dataset, windowOf(dataset)), 'channel')) {
    if (belongs(sample)) ids.push(sample.id);
  }
  for (let start = 0; remove && start < ids.length; start += BATCH) {
    await repository.deleteMany(ids.slice(start, start + BATCH));
  }
  return ids.length;
}

/** Documents that a seed made and that no other data set covers. */
function ownedApartFrom(others: readonly BenchmarkDataset[]): Belongs {
  const covers = others.map((other) => ({ channels: new Set(other.channels), window: windowOf(other) }));
  return ({ channel, createdAt, metadata }) =>
    metadata.provenance !== 'unmarked' &&
    !covers.some(({ channels, window }) => channels.has(channel) && window.contains(createdAt));
}
