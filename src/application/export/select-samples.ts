import type { ExportQuery } from '../../domain/export/export-query.js';
import type { ExportSource } from '../../domain/export/export-source.js';
import { SeededSelection } from '../../domain/export/seeded-selection.js';
import type { Hasher } from '../ports/hasher.port.js';
import type { OnUnreadable, SampleQuery } from '../ports/sample.repository.port.js';
import { toSampleQuery } from './to-sample-query.js';

/** Reads the records that a query finds by time; documents that cannot be read are told of, where someone wants to know. */
export type ReadSources = (query: SampleQuery, onUnreadable?: OnUnreadable) => AsyncIterable<ExportSource>;

/**
 * The records of an export in its order, `(timestamp, sample_id)`. A random choice takes a first pass that keeps ids
 * alone, so that memory grows with the choice and not with the store.
 *
 * @param onUnreadable - told of documents that cannot be read, which are then passed over.
 */
export async function* selectSamples(
  read: ReadSources,
  query: ExportQuery,
  hasher: Hasher,
  onUnreadable?: OnUnreadable,
): AsyncGenerator<ExportSource> {
  const chosen = await chosenIds(read, query, hasher, onUnreadable && passOver);
  let left = query.limit ?? Infinity;
  for await (const source of read(toSampleQuery(query), onUnreadable)) {
    if (chosen !== undefined && !chosen.has(source.record.sampleId)) continue;
    yield source;
    left -= 1;
    if (left === 0) return;
  }
}

/** The second pass tells of them. */
const passOver: OnUnreadable = () => undefined;

/** `undefined` means all. */
async function chosenIds(
  read: ReadSources,
  query: ExportQuery,
  hasher: Hasher,
  onUnreadable: OnUnreadable | undefined,
): Promise<ReadonlySet<string> | undefined> {
  const { sample } = query;
  if (sample === null) return undefined;
  const selection = new SeededSelection<string>(sample.size);
  for await (const { record } of read(toSampleQuery(query), onUnreadable)) {
    const { sampleId } = record;
    selection.offer(hasher.hash(`${sample.seed}:${sampleId}`), sampleId);
  }
  return new Set(selection.items());
}
