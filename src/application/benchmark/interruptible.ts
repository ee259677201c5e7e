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

/**
 * Waits for work until `signal` is aborted; work that does not listen goes on unheard.
 *
 * @throws INTERRUPTED at the abort, at once when that has been; else what the work throws.
 */
export async function interruptible<T>(
  signal: AbortSignal | undefined,
  left: LeftBehind,
  work: () => Promise<T>,
): Promise<T> {
  if (signal === undefined) return await work();
  if (signal.aborted) throw interrupted(left);
  const ended = new AbortController();
  return await Promise.race([work(), aborted(signal, left, ended.signal)]).finally(() => {
    ended.abort();
  });
}

/** Listens until `ended`: a signal outlives many pieces of work. */
function aborted(signal: AbortSignal, left: LeftBehind, ended: AbortSignal): Promise<never> {
  return new Promise((_resolve, reject) => {
    const stop = () => {
      reject(interrupted(left));
    };
    signal.addEventListener('abort', stop, { once: true, signal: ended });
  });
}
