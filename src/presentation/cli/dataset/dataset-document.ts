import type { BenchmarkDataset } from '../../../domain/dataset/benchmark-dataset.js';
import { toIso } from '../../../domain/time/instant.js';

/** A data set's record as JSON output shows it. */
// eslint-disable-next-line max-lines-per-function -- a builder: one line a field
export function datasetDocument(dataset: BenchmarkDataset): object {
  return {
    name: dataset.name,
    origin: dataset.origin,
    status: dataset.status,
    first_day: dataset.firstDay,
    last_day: dataset.lastDay,
    timezone: dataset.timezone,
    channels: dataset.channels,
    floor: dataset.floor,
    seed: dataset.seed,
    digester: dataset.digester,
    dataset_hash: dataset.datasetHash,
    scores_hash: dataset.scoresHash,
    updated_at: toIso(dataset.updatedAt),
  };
}
