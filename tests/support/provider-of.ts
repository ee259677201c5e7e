import type { Store, StoreProvider } from '#etalon/application/ports/store.port.js';

/** Gives a store that is open already. */
export function providerOf(store: Store): StoreProvider {
  return { open: () => Promise.resolve(store), openExisting: () => Promise.resolve(store), close: () => store.close() };
}
