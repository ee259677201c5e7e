import { EtalonError } from '../../domain/errors/etalon-error.js';
import type { IdGenerator } from '../ports/id-generator.port.js';
import type { HeldLock } from '../ports/store-lock.port.js';
import type { Store } from '../ports/store.port.js';

/**
 * Works under the locks of two stores. However a store is named, it is found to be both when its lock turns out to be the
 * one that was just taken.
 *
 * @throws STORE_COPY_SAME, STORE_LOCKED
 */
export async function withBothLocks<T>(
  source: Store,
  target: Store,
  ids: IdGenerator,
  work: (held: HeldLock) => Promise<T>,
): Promise<T> {
  const purpose = ids.next('copy');
  return source.lock.hold(purpose, async (mine) => {
    try {
      return await target.lock.hold(purpose, (theirs) => work(both(mine, theirs)));
    } catch (error) {
      throw isOurOwn(error, purpose) ? sameStore(source) : error;
    }
  });
}

function both(mine: HeldLock, theirs: HeldLock): HeldLock {
  return {
    assertHeld: async () => {
      await mine.assertHeld();
      await theirs.assertHeld();
    },
  };
}

function isOurOwn(error: unknown, purpose: string): boolean {
  return error instanceof EtalonError && error.code === 'STORE_LOCKED' && error.details['purpose'] === purpose;
}

function sameStore({ location }: Store): EtalonError {
  return new EtalonError('STORE_COPY_SAME', `${location} is the store itself that would be copied.`, {
    details: { location },
  });
}
