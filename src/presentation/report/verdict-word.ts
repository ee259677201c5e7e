import type { BenchmarkRun } from '../../domain/benchmark/benchmark-run.js';

/** The word that a report begins with: the verdict, else how the run ended (`STOPPED EARLY`). */
export function verdictWord({ verdict, status }: Pick<BenchmarkRun, 'verdict' | 'status'>): string {
  return verdict ?? status.toUpperCase().replaceAll('_', ' ');
}
