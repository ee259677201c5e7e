import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from '@photostructure/sqlite';
import type { Store } from '#etalon/application/ports/store.port.js';
import type { SampleKind } from '#etalon/domain/dataset/sample.js';
import { MongoStore } from '#etalon/infrastructure/persistence/mongodb/mongo.store.js';
import { SqliteStore } from '#etalon/infrastructure/persistence/sqlite/sqlite.store.js';
import { MongoClient } from 'mongodb';
import { mongoServer } from './mongo-server.js';
import { TEST_IDS, TestClock } from './test-clock.js';

/** A document as a team's own program may have written it, with what SQLite keeps in columns. */
export interface RawDocument {
  readonly document: Record<string, unknown>;
  readonly id: string;
  readonly channel: string;
  readonly createdAt: number;
}

/** A place for one store, used by one test. */
export interface StorePlace {
  readonly clock: TestClock;
  /** What a process of its own needs to open this place. */
  readonly childSettings: { readonly file: string } | { readonly url: string; readonly dbName: string };
  /** Opens another connection to the same place. */
  open(): Promise<Store>;
  openExisting(): Promise<Store | undefined>;
  /** Writes past the product. */
  insertRaw(kind: SampleKind, raws: readonly RawDocument[]): Promise<void>;
  /** A document as it lies there. */
  readRaw(kind: SampleKind, id: string): Promise<Record<string, unknown>>;
  /** Pretends that a later build has written here. */
  makeNewer(): Promise<void>;
  /** Closes what was opened and removes the place. */
  dispose(): Promise<void>;
}

export interface StoreAdapter {
  readonly name: string;
  /** `undefined` when its server is not there. */
  place(): Promise<StorePlace | undefined>;
}

export const TIMEOUT_MS = 10_000;

const sqlite: StoreAdapter = {
  name: 'SQLite',
  place: async () => {
    const folder = await mkdtemp(join(tmpdir(), 'etalon-store-'));
    const settings = { file: join(folder, 'data', 'etalon.db'), timeoutMs: TIMEOUT_MS };
    const clock = new TestClock();
    const opened: Store[] = [];
    const raw = (work: (database: InstanceType<typeof DatabaseSync>) => void): Promise<void> => {
      const database = new DatabaseSync(settings.file);
      work(database);
      database.close();
      return Promise.resolve();
    };
    return {
      clock,
      childSettings: { file: settings.file },
      open: () => Promise.resolve(kept(opened, SqliteStore.open(settings, clock, TEST_IDS))),
      openExisting: () => Promise.resolve(kept(opened, SqliteStore.openExisting(settings, clock, TEST_IDS))),
      insertRaw: (kind, raws) =>
        raw((database) => {
          const insert = database.prepare(`INSERT INTO ${kind} VALUES (?, ?, ?, 'ru', ?, ?)`);
          for (const { id, channel, createdAt, document } of raws) {
            insert.run(id, channel, createdAt, 'unmarked', JSON.stringify(document));
          }
        }),
      readRaw: async (kind, id) => {
        let doc = '';
        await raw((database) => {
          doc = (database.prepare(`SELECT doc FROM ${kind} WHERE id = ?`).get(id) as { doc: string }).doc;
        });
        return JSON.parse(doc) as Record<string, unknown>;
      },
      makeNewer: () =>
        raw((database) => {
          database.exec('PRAGMA user_version = 999');
        }),
      dispose: async () => {
        for (const store of opened) await store.close();
        await rm(folder, { recursive: true, force: true });
      },
    };
  },
};

let databases = 0;

/** A name for a database that no other test and no other run has. */
export function databaseName(): string {
  databases += 1;
  return `etalon_test_${process.pid}_${Date.now().toString(36)}_${databases}`;
}

const mongodb: StoreAdapter = {
  name: 'MongoDB',
  place: async () => {
    const server = await mongoServer();
    if (server === undefined) return undefined;
    const settings = { url: server.url, dbName: databaseName(), timeoutMs: TIMEOUT_MS };
    const clock = new TestClock();
    const opened: Store[] = [];
    const client = new MongoClient(server.url);
    const db = client.db(settings.dbName);
    return {
      clock,
      childSettings: { url: settings.url, dbName: settings.dbName },
      open: async () => kept(opened, await MongoStore.open(settings, clock, TEST_IDS)),
      openExisting: async () => kept(opened, await MongoStore.openExisting(settings, clock, TEST_IDS)),
      insertRaw: async (kind, raws) => {
        await db.collection(kind).insertMany(raws.map(({ document }) => ({ ...document })));
      },
      readRaw: async (kind, id) => {
        const idField = kind === 'digests' ? 'digest_id' : 'report_id';
        return (await db.collection(kind).findOne({ [idField]: id })) ?? {};
      },
      makeNewer: async () => {
        await db.collection('etalon_meta').updateMany({}, { $set: { version: 999 } });
      },
      dispose: async () => {
        for (const store of opened) await store.close();
        await db.dropDatabase();
        await client.close();
      },
    };
  },
};

function kept<T extends Store | undefined>(opened: Store[], store: T): T {
  if (store !== undefined) opened.push(store);
  return store;
}

/** Every adapter of the store ports. */
export const STORE_ADAPTERS: readonly StoreAdapter[] = [sqlite, mongodb];
