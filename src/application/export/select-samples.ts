import type { Sample } from '../../domain/dataset/sample.js';
import type { ExportQuery } from '../../domain/export/export-query.js';
import { SeededSelection } from '../../domain/export/seeded-selection.js';
import type { Hasher } from '../ports/hasher.port.js';
import type { SampleRepository } from '../ports/sample.repository.port.js';
import { toSampleQuery } from './to-sample-query.js';

/**
 * The documents of an export in its order, `(timestamp, sample_id)`. A random choice takes a first pass that keeps ids
 * alone, so that memory grows with the choice and not with the store.
 */
export async function* selectSamples(
  samples: SampleRepository<Sample>,
  query: ExportQuery,
  hasher: Hasher,
): AsyncGenerator<Sample> {
  const chosen = query.sample === null ? undefined : await chooseIds(samples, query, query.sample, hasher);
  let left = query.limit ?? Infinity;
  for await (const sample of samples.stream(toSampleQuery(query), 'time')) {
    if (chosen !== undefined && !chosen.has(sample.id)) continue;
    yield sample;
    left -= 1;
    if (left === 0) return;
  }
}

async function chooseIds(
  samples: SampleRepository<Sample>,
  query: ExportQuery,
  sample: NonNullable<ExportQuery['sample']>,
  hasher: Hasher,
): Promise<ReadonlySet<string>> {
  const selection = new SeededSelection<string>(sample.size);
  for await (const { id } of samples.stream(toSampleQuery(query), 'time')) {
    selection.offer(hasher.hash(`${sample.seed}:${id}`), id);
  }
  return new Set(selection.items());
}
