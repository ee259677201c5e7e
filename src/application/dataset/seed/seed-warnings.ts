import type { BenchmarkDataset } from '../../../domain/dataset/benchmark-dataset.js';
import type { DatasetReport } from '../../../domain/dataset/coverage/dataset-report.js';
import { daysBetween } from '../../../domain/time/calendar-day.js';
import type { ImportResult } from './import-posts.js';
import type { SeedCommand } from './seed-command.js';
import type { WriteCounts } from './write-records.js';

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

/** Says how much of a data set is older than its last seed: real records stay, whatever that seed's export holds. */
export function earlierWarnings(
  { totals }: Pick<DatasetReport, 'totals'>,
  seeded: Pick<WriteCounts, 'records' | 'kept'>,
): readonly string[] {
  const beyond = totals.digests + totals.reviewReports - seeded.records;
  const records = seeded.kept + Math.max(0, beyond);
  if (records === 0) return [];
  const remove = '`etalon dataset remove` and a new seed give a data set of this export alone';
  return [`${records} records that this export does not bear out stay as they were stored earlier: ${remove}.`];
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
