import type { BenchmarkDataset } from '../../domain/dataset/benchmark-dataset.js';
import { DatasetScan } from '../dataset/count/dataset-scan.js';
import { scanSamples } from '../dataset/count/scan-samples.js';
import { queryOf, windowOf } from '../dataset/dataset-window.js';
import type { Hasher } from '../ports/hasher.port.js';
import type { Store } from '../ports/store.port.js';
import type { DatasetCheck } from './copy-outcome.js';

/** Hashes every data set of the source on both stores, one pass each. */
export async function checkDatasets(source: Store, target: Store, hasher: Hasher): Promise<readonly DatasetCheck[]> {
  const checks: DatasetCheck[] = [];
  for (const dataset of await source.datasets.list()) {
    const [mine, theirs] = [await hashesOf(source, dataset, hasher), await hashesOf(target, dataset, hasher)];
    checks.push({
      name: dataset.name,
      datasetHash: { source: mine.datasetHash, target: theirs.datasetHash },
      scoresHash: { source: mine.scoresHash, target: theirs.scoresHash },
      equal: mine.datasetHash === theirs.datasetHash && mine.scoresHash === theirs.scoresHash,
    });
  }
  return checks;
}

async function hashesOf(
  store: Store,
  dataset: BenchmarkDataset,
  hasher: Hasher,
): Promise<{ readonly datasetHash: string; readonly scoresHash: string | null }> {
  const scan = new DatasetScan(hasher, () => []);
  return (await scanSamples(store, queryOf(dataset, windowOf(dataset)), scan)).finish();
}
