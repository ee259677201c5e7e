import type { BenchmarkDataset } from '../../domain/dataset/benchmark-dataset.js';
import type { Sample } from '../../domain/dataset/sample.js';
import type { HeldLock } from '../ports/store-lock.port.js';
import type { SampleRepository } from '../ports/sample.repository.port.js';
import { queryOf, windowOf } from './dataset-window.js';

const BATCH = 500;

/** Says whether a document is meant. */
export type Belongs = (sample: Sample) => boolean;

/** Documents that a seed made (a team's own are unmarked) and that no other data set covers. */
export function ownedApartFrom(others: readonly BenchmarkDataset[]): Belongs {
  const covers = others.map((other) => ({ channels: new Set(other.channels), window: windowOf(other) }));
  return ({ channel, createdAt, metadata }) =>
    metadata.provenance !== 'unmarked' &&
    !covers.some(({ channels, window }) => channels.has(channel) && window.contains(createdAt));
}

/** The ids of the documents of a data set that are meant; what cannot be read is nobody's to delete. */
export async function idsOf<S extends Sample>(
  repository: SampleRepository<S>,
  dataset: BenchmarkDataset,
  belongs: Belongs,
): Promise<readonly string[]> {
  const ids: string[] = [];
  for await (const sample of repository.stream(queryOf(dataset, windowOf(dataset)), 'channel', () => undefined)) {
    if (belongs(sample)) ids.push(sample.id);
  }
  return ids;
}

/** Deletes documents batch by batch under a lock. @throws STORE_LOCK_LOST, the store's errors. */
export async function deleteDocuments<S extends Sample>(
  repository: SampleRepository<S>,
  ids: readonly string[],
  held: HeldLock,
): Promise<void> {
  for (let start = 0; start < ids.length; start += BATCH) {
    await held.assertHeld();
    await repository.deleteMany(ids.slice(start, start + BATCH));
  }
}
