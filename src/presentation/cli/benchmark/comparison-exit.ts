import type { ComparisonVerdict } from '../../../domain/benchmark/comparison/run-comparison.js';
import type { ExitCode } from '../exit-code.js';

/** The exit code of a comparison: 2 when the candidate is worse, else 0. */
export function comparisonExit(verdict: ComparisonVerdict): ExitCode {
  return verdict === 'worse' ? 2 : 0;
}
