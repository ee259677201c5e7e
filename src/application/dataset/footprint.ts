import type { BenchmarkDataset } from '../../domain/dataset/benchmark-dataset.js';

/**
 * Keeps in mind where earlier seeds under the same name left documents, so that a removal finds them after a seed of
 * fewer channels or of other days.
 */
export function withFootprint(dataset: BenchmarkDataset, previous: BenchmarkDataset | undefined): BenchmarkDataset {
  if (previous?.origin !== 'seeded') return dataset;
  const before = previous.footprint ?? previous;
  const footprint = {
    channels: [...new Set([...before.channels, ...dataset.channels])].sort(),
    firstDay: before.firstDay < dataset.firstDay ? before.firstDay : dataset.firstDay,
    lastDay: before.lastDay > dataset.lastDay ? before.lastDay : dataset.lastDay,
  };
  return { ...dataset, footprint };
}
