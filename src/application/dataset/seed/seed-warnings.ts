import type { BenchmarkDataset } from '../../../domain/dataset/benchmark-dataset.js';
import { daysBetween } from '../../../domain/time/calendar-day.js';
import type { ImportResult } from './import-posts.js';
import type { SeedCommand } from './seed-command.js';

/** Says where the posts of an export leave a part of the window to synthetic records alone. */
export function periodWarnings({ window }: SeedCommand, { period }: ImportResult): readonly string[] {
  if (period === undefined) return [];
  const { zone, first, last } = window;
  const [from, to] = [zone.dayOf(period.first), zone.dayOf(period.last)];
  return [
    ...(from > first
      ? [`The posts begin on ${from}: the ${daysBetween(first, from) - 1} days before it have none.`]
      : []),
    ...(to < last ? [`The posts end on ${to}: the ${daysBetween(to, last) - 1} days after it have none.`] : []),
  ];
}

/** Names the other data sets that share documents with one whose documents have just changed. */
export function overlapWarnings(dataset: BenchmarkDataset, all: readonly BenchmarkDataset[]): readonly string[] {
  const channels = new Set(dataset.channels);
  return all
    .filter((other) => other.name !== dataset.name && other.channels.some((channel) => channels.has(channel)))
    .filter((other) => other.firstDay <= dataset.lastDay && other.lastDay >= dataset.firstDay)
    .map(
      ({ name }) =>
        `The data set "${name}" shares documents with this one and has changed with it: verify or seed it again.`,
    );
}
