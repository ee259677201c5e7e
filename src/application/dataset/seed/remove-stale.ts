import type { BenchmarkDataset } from '../../../domain/dataset/benchmark-dataset.js';
import type { Sample } from '../../../domain/dataset/sample.js';
import type { SampleRepository } from '../../ports/sample.repository.port.js';
import type { HeldLock } from '../../ports/store-lock.port.js';
import type { Store } from '../../ports/store.port.js';
import { queryOf, windowOf } from '../dataset-window.js';
import type { Belongs } from '../owned-documents.js';
import { deleteDocuments, idsOf, ownedApartFrom } from '../owned-documents.js';

/** The ids of the records that a seed made, by kind. */
export interface SeededIds {
  readonly digests: ReadonlySet<string>;
  readonly review_reports: ReadonlySet<string>;
}

/**
 * Deletes synthetic records that an earlier seed of the data set made and this one did not, so that a data set is what
 * its last seed says and not a matter of its history. Real records stay, and those that another data set covers.
 *
 * @returns how many went. @throws STORE_LOCK_LOST, the store's errors.
 */
export async function removeStale(
  store: Store,
  dataset: BenchmarkDataset,
  seeded: SeededIds,
  held: HeldLock,
): Promise<number> {
  const others = (await store.datasets.list()).filter(({ name }) => name !== dataset.name);
  const owned = ownedApartFrom(others);
  const isStale = (sample: Sample): boolean =>
    sample.metadata.provenance === 'synthetic' && !seeded[sample.kind].has(sample.id) && owned(sample);
  const digests = await sweep(store.digests, dataset, seeded.digests.size, isStale, held);
  return digests + (await sweep(store.reviewReports, dataset, seeded.review_reports.size, isStale, held));
}

async function sweep<S extends Sample>(
  repository: SampleRepository<S>,
  dataset: BenchmarkDataset,
  seeded: number,
  belongs: Belongs,
  held: HeldLock,
): Promise<number> {
  if ((await stored(repository, dataset)) === seeded) return 0;
  const ids = await idsOf(repository, dataset, belongs);
  await deleteDocuments(repository, ids, held);
  return ids.length;
}

async function stored<S extends Sample>(repository: SampleRepository<S>, dataset: BenchmarkDataset): Promise<number> {
  const window = windowOf(dataset);
  const counts = await repository.countByDay(queryOf(dataset, window), window);
  return counts.reduce((sum, { count }) => sum + count, 0);
}
