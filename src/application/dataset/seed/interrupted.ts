import { EtalonError } from '../../../domain/errors/etalon-error.js';

/** @throws INTERRUPTED when the one who called for the work no longer wants it. */
export function throwIfInterrupted(signal: { readonly aborted: boolean } | undefined): void {
  if (signal?.aborted !== true) return;
  throw new EtalonError('INTERRUPTED', 'The seed was interrupted before it wrote to the store.', {
    hint: 'Run the same command again.',
  });
}
