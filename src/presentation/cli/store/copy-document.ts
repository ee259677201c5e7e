import type { CollectionCopy, CopyOutcome, DatasetCheck } from '../../../application/store/copy-outcome.js';

/** What `etalon store copy --json` prints. */
export function copyDocument({ source, target, collections, datasets, ok, durationSeconds }: CopyOutcome): object {
  return {
    schema_version: 1,
    source,
    target,
    ok,
    collections: collections.map(collectionDocument),
    datasets: datasets.map(datasetDocument),
    duration_seconds: durationSeconds,
  };
}

function collectionDocument({ differences, first, others, ...collection }: CollectionCopy): object {
  return { ...collection, others_in_target: others, verified: differences === 0, differences, first_difference: first };
}

function datasetDocument({ name, datasetHash, scoresHash, equal }: DatasetCheck): object {
  return { name, dataset_hash: datasetHash, scores_hash: scoresHash, equal };
}
