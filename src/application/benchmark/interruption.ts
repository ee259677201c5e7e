import { EtalonError } from '../../domain/errors/etalon-error.js';

/** What an interruption leaves behind, for its error. */
export interface LeftBehind {
  readonly message: string;
  readonly hint: string;
  readonly runId?: string;
}

/** The error of work that the one who called for it no longer wants. */
export function interrupted({ message, hint, runId }: LeftBehind): EtalonError {
  return new EtalonError('INTERRUPTED', message, { hint, details: runId === undefined ? {} : { run_id: runId } });
}

/** @throws INTERRUPTED when the one who called for the work no longer wants it. */
export function refuseInterrupted(signal: AbortSignal | undefined, left: LeftBehind): void {
  if (signal?.aborted === true) throw interrupted(left);
}
