/**
 * What storing finished records through the repositories costs, against the same documents through the bare driver, in
 * the same batches and with the same durability. Prints ratios: 1.00 is as fast as bare.
 *
 *   node build/bench/store-upserts.bench.js [RECORDS] [ROUNDS]
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from '@photostructure/sqlite';
import type { DigestSample } from '#etalon/domain/dataset/digest-sample.js';
import { toSampleDocument } from '#etalon/infrastructure/persistence/documents/sample-document.mapper.js';
import { toMongoDocument } from '#etalon/infrastructure/persistence/mongodb/to-mongo-document.js';
import { MongoStore } from '#etalon/infrastructure/persistence/mongodb/mongo.store.js';
import { SqliteStore } from '#etalon/infrastructure/persistence/sqlite/sqlite.store.js';
import { MongoClient } from 'mongodb';
import { mongoServer, stopMongoServer } from '../tests/support/mongo-server.js';
import { digests } from '../tests/support/sample-factory.js';
import { TEST_IDS, TestClock } from '../tests/support/test-clock.js';

const RECORDS = Number(process.argv[2] ?? 2_000);
const ROUNDS = Number(process.argv[3] ?? 5);
const BATCH = 500;
const CLOCK = new TestClock();

type Pass = (batches: readonly (readonly DigestSample[])[]) => Promise<void>;

/** One way to store, on a place of its own, with what tidies it up. */
interface Contender {
  readonly pass: Pass;
  readonly dispose: () => Promise<void>;
}

const fresh = inBatches(digests(RECORDS));
const changed = inBatches(digests(RECORDS).map((sample) => ({ ...sample, summaryMarkdown: 'Другой итог дня.' })));

function inBatches(samples: readonly DigestSample[]): DigestSample[][] {
  return Array.from({ length: Math.ceil(samples.length / BATCH) }, (_, index) =>
    samples.slice(index * BATCH, (index + 1) * BATCH),
  );
}

async function sqliteRepository(): Promise<Contender> {
  const folder = await mkdtemp(join(tmpdir(), 'etalon-bench-'));
  const store = SqliteStore.open({ file: join(folder, 'a.db'), timeoutMs: 5_000 }, CLOCK, TEST_IDS);
  return {
    pass: async (batches) => {
      for (const batch of batches) await store.digests.upsertMany(batch);
    },
    dispose: async () => {
      await store.close();
      await rm(folder, { recursive: true });
    },
  };
}

/** The same table and indexes; documents are written as JSON, nothing is checked or counted. */
async function sqliteBare(): Promise<Contender> {
  const folder = await mkdtemp(join(tmpdir(), 'etalon-bench-'));
  const database = new DatabaseSync(join(folder, 'b.db'));
  database.exec(`PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL;
    CREATE TABLE digests (id TEXT NOT NULL PRIMARY KEY, channel TEXT NOT NULL, created_at INTEGER NOT NULL,
      language TEXT NOT NULL, provenance TEXT NOT NULL, doc TEXT NOT NULL) STRICT;
    CREATE INDEX by_channel ON digests (channel, created_at, id);
    CREATE INDEX by_time ON digests (created_at, id);`);
  const upsert = database.prepare(`INSERT INTO digests VALUES (?, ?, ?, ?, ?, ?)
    ON CONFLICT (id) DO UPDATE SET channel = excluded.channel, created_at = excluded.created_at,
    language = excluded.language, provenance = excluded.provenance, doc = excluded.doc`);
  const documents = new Map([...fresh, ...changed].flat().map((sample) => [sample, toSampleDocument(sample)]));
  return {
    pass: (batches) => {
      for (const batch of batches) {
        database.exec('BEGIN IMMEDIATE');
        for (const sample of batch) {
          const { id, channel, createdAt, language, metadata } = sample;
          upsert.run(id, channel, createdAt, language, metadata.provenance, JSON.stringify(documents.get(sample)));
        }
        database.exec('COMMIT');
      }
      return Promise.resolve();
    },
    dispose: async () => {
      database.close();
      await rm(folder, { recursive: true });
    },
  };
}

async function mongoRepository(url: string, dbName: string): Promise<Contender> {
  const store = await MongoStore.open({ url, dbName, timeoutMs: 60_000 }, CLOCK, TEST_IDS);
  return {
    pass: async (batches) => {
      for (const batch of batches) await store.digests.upsertMany(batch);
    },
    dispose: async () => {
      await store.close();
      await dropped(url, dbName);
    },
  };
}

/** The driver's own unordered bulk upserts into a collection with the same indexes. */
async function mongoBare(url: string, dbName: string): Promise<Contender> {
  const client = new MongoClient(url);
  const collection = client.db(dbName, { writeConcern: { w: 'majority' } }).collection('digests');
  await collection.createIndexes([
    { key: { digest_id: 1 }, unique: true },
    { key: { channel: 1, created_at: 1, digest_id: 1 } },
    { key: { created_at: 1, digest_id: 1 } },
  ]);
  const documents = new Map(
    [...fresh, ...changed].flat().map((sample) => [sample, toMongoDocument(toSampleDocument(sample))]),
  );
  return {
    pass: async (batches) => {
      for (const batch of batches) {
        const operations = batch.map((sample) => ({
          replaceOne: {
            filter: { digest_id: sample.id },
            replacement: { ...documents.get(sample) },
            upsert: true,
          },
        }));
        await collection.bulkWrite(operations, { ordered: false });
      }
    },
    dispose: async () => {
      await client.close();
      await dropped(url, dbName);
    },
  };
}

async function dropped(url: string, dbName: string): Promise<void> {
  const client = new MongoClient(url);
  await client.db(dbName).dropDatabase();
  await client.close();
}

/** Milliseconds for new records, for the same again with changes, and for the same again without. */
async function measure(make: () => Promise<Contender>): Promise<[number, number, number]> {
  const contender = await make();
  const times: number[] = [];
  for (const batches of [fresh, changed, changed]) {
    const started = performance.now();
    await contender.pass(batches);
    times.push(performance.now() - started);
  }
  await contender.dispose();
  return times as [number, number, number];
}

/** Contenders take turns, so that what else the machine does meets both. */
async function compare(
  name: string,
  repository: () => Promise<Contender>,
  bare: () => Promise<Contender>,
): Promise<void> {
  const rounds: { own: number[]; bare: number[] }[] = [];
  for (let round = 0; round < ROUNDS; round += 1)
    rounds.push({ own: await measure(repository), bare: await measure(bare) });
  for (const [index, what] of ['new', 'changed', 'unchanged'].entries()) {
    const own = median(rounds.map((round) => round.own[index] ?? 0));
    const plain = median(rounds.map((round) => round.bare[index] ?? 0));
    const ratio = median(rounds.map((round) => (round.bare[index] ?? 0) / (round.own[index] ?? 1)));
    const perSecond = Math.round((RECORDS * 1_000) / own);
    console.log(
      `${name.padEnd(8)} ${what.padEnd(10)} ratio ${ratio.toFixed(2)}  repository ${own.toFixed(0)} ms (${perSecond}/s)  bare ${plain.toFixed(0)} ms`,
    );
  }
}

function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
}

console.log(
  `Upserts of ${RECORDS} digests in batches of ${BATCH}, median of ${ROUNDS} rounds; 1.00 is as fast as the bare driver.`,
);
await compare('SQLite', sqliteRepository, sqliteBare);
const server = await mongoServer();
if (server !== undefined) {
  let made = 0;
  const name = (): string => `etalon_bench_${process.pid}_${(made += 1)}`;
  await compare(
    'MongoDB',
    () => mongoRepository(server.url, name()),
    () => mongoBare(server.url, name()),
  );
}
await stopMongoServer();
