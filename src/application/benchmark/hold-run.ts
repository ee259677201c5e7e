import { EtalonError } from '../../domain/errors/etalon-error.js';
import type { HeldLock } from '../ports/store-lock.port.js';
import type { Store } from '../ports/store.port.js';

/**
 * Works on a run while no other process does.
 *
 * @throws RUN_BUSY naming the process that has it; what `work` throws.
 */
export async function holdRun<T>(store: Store, runId: string, work: (held: HeldLock) => Promise<T>): Promise<T> {
  try {
    return await store.runLock(runId).hold('benchmark run', work);
  } catch (error) {
    if (!(error instanceof EtalonError) || error.code !== 'STORE_LOCKED') throw error;
    throw new EtalonError('RUN_BUSY', `Run ${runId} is being worked on: ${error.message}`, {
      details: { ...error.details, run_id: runId },
      cause: error,
    });
  }
}
