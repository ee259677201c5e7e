import type { BenchmarkDataset } from '../../domain/dataset/benchmark-dataset.js';
import { EtalonError } from '../../domain/errors/etalon-error.js';
import { DatasetScan } from '../dataset/count/dataset-scan.js';
import { scanSamples } from '../dataset/count/scan-samples.js';
import { queryOf, windowOf } from '../dataset/dataset-window.js';
import type { Hasher } from '../ports/hasher.port.js';
import type { Documents } from '../dataset/count/scan-samples.js';

/** What the documents of a data set are now. */
export interface DatasetState {
  /** `null` when there is no record that would say which documents belong to it. */
  readonly datasetHash: string | null;
  readonly scoresHash: string | null;
  /** How that differs from what the record promises: sentences for people. */
  readonly warnings: readonly string[];
}

/**
 * Hashes the documents of a data set as they are in the store, in one pass and constant memory: what the record says may
 * have been true only when it was written.
 *
 * @throws INTERRUPTED, and what the store throws.
 */
export async function stateOfDataset(
  store: Documents,
  dataset: BenchmarkDataset | undefined,
  hasher: Hasher,
  signal?: AbortSignal,
): Promise<DatasetState> {
  if (dataset === undefined) return { datasetHash: null, scoresHash: null, warnings: [] };
  const scan = new DatasetScan(hasher, () => {
    if (signal?.aborted === true) throw interrupted();
    return [];
  });
  const { datasetHash, scoresHash } = (await scanSamples(store, queryOf(dataset, windowOf(dataset)), scan)).finish();
  return { datasetHash, scoresHash, warnings: warningsOf(dataset, datasetHash, scoresHash) };
}

function warningsOf(dataset: BenchmarkDataset, datasetHash: string, scoresHash: string | null): readonly string[] {
  const name = `The data set ${dataset.name}`;
  if (dataset.status === 'seeding') return [`${name} is not complete: a seed of it was interrupted, or still runs.`];
  return [
    ...(dataset.datasetHash === datasetHash ? [] : [`${name} holds other documents than when it was recorded.`]),
    ...(dataset.scoresHash === scoresHash ? [] : [`${name} holds other judge scores than when it was recorded.`]),
  ];
}

function interrupted(): EtalonError {
  return new EtalonError('INTERRUPTED', 'The export was interrupted; no file was written');
}
