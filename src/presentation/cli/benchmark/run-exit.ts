import type { BenchmarkRun } from '../../../domain/benchmark/benchmark-run.js';
import type { ExitCode } from '../exit-code.js';
import { comparisonExit } from './comparison-exit.js';
import { verdictExit } from './verdict-exit.js';

/** The exit code of a run: worse than its baseline is 2; else that of the verdict, which a run that stopped early lacks. */
export function runExit({ status, verdict, comparison }: BenchmarkRun, failOnWarn: boolean): ExitCode {
  const compared = comparison === null ? 0 : comparisonExit(comparison.verdict);
  return compared !== 0 || status === 'stopped_early' ? compared : verdictExit(verdict, failOnWarn);
}
