import { existsSync } from 'node:fs';
import type { MongoClient } from 'mongodb';
import type { Clock } from '../../application/ports/clock.port.js';
import type { IdGenerator } from '../../application/ports/id-generator.port.js';
import type { Store, StoreProvider } from '../../application/ports/store.port.js';
import type { MongoStoreSettings } from './mongodb/mongo-connection.js';

/** Which store it is: a MongoDB database when a URL or a client is there, else an SQLite file. */
export interface StoreSettings {
  /** May hold credentials: it is never printed. */
  readonly mongodbUrl?: string;
  /** Where the URL was given, for messages about it; the variable MONGODB_URL unless said otherwise. */
  readonly urlSetting?: string;
  /** A client of an embedding application; it stays open when the store is closed. */
  readonly mongoClient?: MongoClient;
  readonly dbName: string;
  readonly sqliteFile: string;
  /** How long a server, or another process that writes the file, is waited for, in milliseconds. */
  readonly timeoutMs: number;
}

/** Opens the store that the settings name, once; the driver of the other one is never loaded. */
export class ConfiguredStoreProvider implements StoreProvider {
  #opened: Promise<Store> | undefined;
  #found: Promise<Store | undefined> | undefined;

  constructor(
    private readonly settings: StoreSettings,
    private readonly clock: Clock,
    private readonly ids: IdGenerator,
  ) {}

  /** A failure is not kept: the next call tries again. */
  open(): Promise<Store> {
    this.#opened ??= this.#open().catch((error: unknown) => {
      this.#opened = undefined;
      throw error;
    });
    return this.#opened;
  }

  openExisting(): Promise<Store | undefined> {
    if (this.#opened !== undefined) return this.#opened;
    this.#found ??= this.#openExisting().then(
      (store) => {
        if (store === undefined) this.#found = undefined;
        return store;
      },
      (error: unknown) => {
        this.#found = undefined;
        throw error;
      },
    );
    return this.#found;
  }

  async close(): Promise<void> {
    const pending = [this.#opened, this.#found].map((opening) => Promise.resolve(opening));
    this.#opened = undefined;
    this.#found = undefined;
    for (const store of await Promise.allSettled(pending)) {
      if (store.status === 'fulfilled') await store.value?.close();
    }
  }

  async #open(): Promise<Store> {
    const mongo = this.#mongoSettings();
    if (mongo !== undefined) {
      const { MongoStore } = await import('./mongodb/mongo.store.js');
      return MongoStore.open(mongo, this.clock, this.ids);
    }
    const { SqliteStore } = await import('./sqlite/sqlite.store.js');
    return SqliteStore.open(this.#sqliteSettings(), this.clock, this.ids);
  }

  async #openExisting(): Promise<Store | undefined> {
    const mongo = this.#mongoSettings();
    if (mongo !== undefined) {
      const { MongoStore } = await import('./mongodb/mongo.store.js');
      return MongoStore.openExisting(mongo, this.clock, this.ids);
    }
    if (!existsSync(this.settings.sqliteFile)) return undefined;
    const { SqliteStore } = await import('./sqlite/sqlite.store.js');
    return SqliteStore.openExisting(this.#sqliteSettings(), this.clock, this.ids);
  }

  #mongoSettings(): MongoStoreSettings | undefined {
    const { mongodbUrl, urlSetting, mongoClient, dbName, timeoutMs } = this.settings;
    if (mongoClient !== undefined) return { client: mongoClient, dbName, timeoutMs };
    if (mongodbUrl === undefined || mongodbUrl === '') return undefined;
    return { url: mongodbUrl, ...(urlSetting === undefined ? {} : { urlSetting }), dbName, timeoutMs };
  }

  #sqliteSettings(): { readonly file: string; readonly timeoutMs: number } {
    return { file: this.settings.sqliteFile, timeoutMs: this.settings.timeoutMs };
  }
}
