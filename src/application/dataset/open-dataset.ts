import type { BenchmarkDataset } from '../../domain/dataset/benchmark-dataset.js';
import { EtalonError } from '../../domain/errors/etalon-error.js';
import type { Store, StoreProvider } from '../ports/store.port.js';

/**
 * Opens the store that is there and finds a data set in it, creating nothing.
 *
 * @throws DATASET_NOT_FOUND when there is no store yet, or no data set of that name in it; the names there are go along.
 */
export async function openDataset(
  stores: StoreProvider,
  name: string,
): Promise<{ readonly store: Store; readonly dataset: BenchmarkDataset }> {
  const store = await stores.openExisting();
  const dataset = await store?.datasets.find(name);
  if (store !== undefined && dataset !== undefined) return { store, dataset };
  const known = ((await store?.datasets.list()) ?? []).map((one) => one.name);
  throw new EtalonError('DATASET_NOT_FOUND', `There is no data set "${name}"`, { details: { name, known } });
}
