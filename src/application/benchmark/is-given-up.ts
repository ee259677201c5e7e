import { EtalonError } from '../../domain/errors/etalon-error.js';

/** Whether work failed because its signal was aborted, and for no other reason. */
export function isGivenUp(error: unknown, signal: AbortSignal | undefined): boolean {
  if (signal?.aborted !== true) return false;
  const code = error instanceof EtalonError ? error.code : undefined;
  return code === 'INTERRUPTED' || error === signal.reason || (error instanceof Error && error.name === 'AbortError');
}
