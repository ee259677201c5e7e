import type { BenchmarkRun } from '../../domain/benchmark/benchmark-run.js';
import { EtalonError } from '../../domain/errors/etalon-error.js';
import { interrupted } from './interruption.js';

/** A failure with the run that it ended and the way to go on; a defect stays as it is. */
export function explained(error: unknown, { id: runId }: BenchmarkRun): unknown {
  if (!(error instanceof EtalonError)) return error;
  const resume = `\`etalon benchmark run --resume ${runId}\` goes on where it stopped.`;
  if (error.code === 'INTERRUPTED') {
    const message = `The benchmark was interrupted; run ${runId} keeps the results that were known, and has no verdict.`;
    return interrupted({ message, hint: resume, runId });
  }
  const details = { ...error.details, run_id: runId };
  // The budget is registered with the run: no more can be allowed when it goes on.
  const hint = error.code === 'BENCHMARK_BUDGET_TOO_SMALL' ? error.hint : `${error.hint} Then ${resume}`;
  return new EtalonError(error.code, error.message, { details, hint, cause: error });
}
