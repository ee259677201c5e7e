import type { CollectionCopy, CopyOutcome, DatasetCheck } from '../../../application/store/copy-outcome.js';
import type { Output } from '../output/output.js';
import type { TableRow } from '../output/table.js';

/** Writes what a copy did and what the comparison found. */
export function writeCopy(output: Output, outcome: CopyOutcome): void {
  const { source, target, collections, datasets, ok, durationSeconds } = outcome;
  const red = (text: string): string => output.style.red(text);
  output.line(output.style.bold(`Copy of ${source}`));
  output.line(`to ${target}`);
  output.line();
  output.table(collections.map(rowOf));
  output.line();
  for (const dataset of datasets) output.line(sentenceOn(dataset));
  for (const collection of collections.filter(({ first }) => first !== null)) output.line(red(complaintOf(collection)));
  output.line(ok ? `verified in ${durationSeconds.toFixed(1)} s` : red(NOT_EQUAL));
}

const NOT_EQUAL =
  'NOT equal: something wrote to a store meanwhile, or the target holds documents of its own in a data set. ' +
  'Run the command again when nothing else writes.';

function rowOf(copy: CollectionCopy): TableRow {
  const { collection, documents, copied, replaced, unchanged, others, sha256, differences } = copy;
  return {
    ...{ collection, documents, copied, replaced, unchanged, 'only in target': others },
    sha256: sha256.source.slice(0, 12),
    verified: differences === 0 ? 'yes' : 'NO',
  };
}

function complaintOf({ collection, differences, first }: CollectionCopy): string {
  return `${collection}: ${differences} documents differ, first ${JSON.stringify(first?.id)} (${first?.kind ?? ''})`;
}

function sentenceOn({ name, datasetHash, equal }: DatasetCheck): string {
  if (equal) return `data set ${name}: dataset_hash ${datasetHash.source} on both`;
  return `data set ${name}: hashes DIFFER (${datasetHash.source.slice(0, 12)} and ${datasetHash.target.slice(0, 12)})`;
}
