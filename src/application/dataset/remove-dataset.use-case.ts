import type { BenchmarkDataset } from '../../domain/dataset/benchmark-dataset.js';
import type { HeldLock } from '../ports/store-lock.port.js';
import type { Store, StoreProvider } from '../ports/store.port.js';
import { openDataset } from './open-dataset.js';
import { deleteDocuments, idsOf, ownedApartFrom } from './owned-documents.js';

/** What a removal deletes, or would delete. */
export interface Removal {
  readonly dataset: BenchmarkDataset;
  readonly digests: number;
  readonly reviewReports: number;
  readonly removed: boolean;
}

interface Doomed {
  readonly digests: readonly string[];
  readonly reviewReports: readonly string[];
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
   * @throws DATASET_NOT_FOUND, STORE_LOCKED, STORE_LOCK_LOST, and the errors of the store.
   */
  async execute(command: { readonly name: string; readonly confirmed: boolean }): Promise<Removal> {
    const { store, dataset } = await openDataset(this.stores, command.name);
    if (!command.confirmed) return removalOf(dataset, await doomedIn(store, dataset), false);
    return store.lock.hold('remove', (held) => this.#remove(store, command.name, held));
  }

  /** What is under the lock is read again: it may have changed while the lock was waited for. */
  async #remove(store: Store, name: string, held: HeldLock): Promise<Removal> {
    const { dataset } = await openDataset(this.stores, name);
    const doomed = await doomedIn(store, dataset);
    await deleteDocuments(store.digests, doomed.digests, held);
    await deleteDocuments(store.reviewReports, doomed.reviewReports, held);
    await held.assertHeld();
    await store.datasets.remove(name);
    return removalOf(dataset, doomed, true);
  }
}

async function doomedIn(store: Store, dataset: BenchmarkDataset): Promise<Doomed> {
  if (dataset.origin === 'adopted') return { digests: [], reviewReports: [] };
  const others = (await store.datasets.list()).filter(({ name }) => name !== dataset.name);
  const belongs = ownedApartFrom(others);
  const everywhere = { ...dataset, ...dataset.footprint };
  return {
    digests: await idsOf(store.digests, everywhere, belongs),
    reviewReports: await idsOf(store.reviewReports, everywhere, belongs),
  };
}

function removalOf(dataset: BenchmarkDataset, { digests, reviewReports }: Doomed, removed: boolean): Removal {
  return { dataset, digests: digests.length, reviewReports: reviewReports.length, removed };
}
