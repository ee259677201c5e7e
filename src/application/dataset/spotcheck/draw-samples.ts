import type { Sample } from '../../../domain/dataset/sample.js';
import { SeededSelection } from '../../../domain/export/seeded-selection.js';
import type { Hasher } from '../../ports/hasher.port.js';
import type { SampleQuery, SampleRepository } from '../../ports/sample.repository.port.js';

/** How many records to draw, and by what chance. */
export interface DrawPlan {
  readonly seed: number;
  readonly perChannel: number;
}

/**
 * Draws records of one kind at random, the same number from each channel (all where there are fewer), by the seed and the
 * ids alone. They come back by channel, time and id.
 */
export async function drawSamples(
  repository: SampleRepository<Sample>,
  query: SampleQuery,
  { seed, perChannel }: DrawPlan,
  hasher: Hasher,
): Promise<readonly Sample[]> {
  const drawn = new Map<string, SeededSelection<Sample>>();
  for await (const sample of repository.stream(query, 'channel')) {
    const selection = drawn.get(sample.channel) ?? new SeededSelection<Sample>(perChannel);
    drawn.set(sample.channel, selection);
    selection.offer(hasher.hash(`${seed}:${sample.id}`), sample);
  }
  return [...drawn.values()].flatMap((selection) => [...selection.items()].sort(byTime));
}

function byTime(a: Sample, b: Sample): number {
  return a.createdAt - b.createdAt || (a.id < b.id ? -1 : 1);
}
