import type { Sample } from '../../domain/dataset/sample.js';
import type { ExportQuery } from '../../domain/export/export-query.js';
import { SeededSelection } from '../../domain/export/seeded-selection.js';
import type { Hasher } from '../ports/hasher.port.js';
import type { OnUnreadable, SampleRepository } from '../ports/sample.repository.port.js';
import { toSampleQuery } from './to-sample-query.js';

/**
 * The documents of an export in its order, `(timestamp, sample_id)`. A random choice takes a first pass that keeps ids
 * alone, so that memory grows with the choice and not with the store.
 *
 * @param onUnreadable - told of documents that cannot be read, which are then passed over.
 */
export async function* selectSamples(
  samples: SampleRepository<Sample>,
  query: ExportQuery,
  hasher: Hasher,
  onUnreadable?: OnUnreadable,
): AsyncGenerator<Sample> {
  const chosen = await chosenIds(samples, query, hasher, onUnreadable && passOver);
  let left = query.limit ?? Infinity;
  for await (const sample of samples.stream(toSampleQuery(query), 'time', onUnreadable)) {
    if (chosen !== undefined && !chosen.has(sample.id)) continue;
    yield sample;
    left -= 1;
    if (left === 0) return;
  }
}

/** The second pass tells of them. */
const passOver: OnUnreadable = () => undefined;

/** `undefined` means all. */
async function chosenIds(
  samples: SampleRepository<Sample>,
  query: ExportQuery,
  hasher: Hasher,
  onUnreadable: OnUnreadable | undefined,
): Promise<ReadonlySet<string> | undefined> {
  const { sample } = query;
  if (sample === null) return undefined;
  const selection = new SeededSelection<string>(sample.size);
  for await (const { id } of samples.stream(toSampleQuery(query), 'time', onUnreadable)) {
    selection.offer(hasher.hash(`${sample.seed}:${id}`), id);
  }
  return new Set(selection.items());
}
