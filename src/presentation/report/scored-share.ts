import type { BenchmarkRun } from '../../domain/benchmark/benchmark-run.js';
import { formatShare } from './format-value.js';

/** `117 of 120 samples scored (97.5 % of those that count)`; without a share where none was worked out. */
export function scoredShare({ samples, coverage }: Pick<BenchmarkRun, 'samples' | 'coverage'>): string {
  const share = coverage === null ? '' : ` (${formatShare(coverage)} of those that count)`;
  return `${samples.scored} of ${samples.total} samples scored${share}`;
}
