import type { StoreProvider } from './store.port.js';

/** Stores that a command names, beside the one that the configuration names. */
export interface StoreTargets {
  /**
   * @param address A MongoDB URL, which may hold credentials and name the database, or the path of an SQLite file.
   * @returns a provider that nothing has been opened of yet; close it.
   * @throws CONFIG_INVALID when the URL names an impossible database
   */
  at(address: string): StoreProvider;
}
