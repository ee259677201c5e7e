import { spawnSync } from 'node:child_process';
import { createWriteStream } from 'node:fs';
import { mkdtemp, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { fileURLToPath } from 'node:url';
import { DatabaseSync } from '@photostructure/sqlite';
import { MongoClient } from 'mongodb';
import { ExportSamplesUseCase } from '#etalon/application/export/export-samples.use-case.js';
import type { ExportSamplesPorts } from '#etalon/application/export/export-samples.ports.js';
import type { StoreProvider } from '#etalon/application/ports/store.port.js';
import type { Logger } from '#etalon/application/ports/logger.port.js';
import type { DigestSample } from '#etalon/domain/dataset/digest-sample.js';
import { AtomicFilePublisher } from '#etalon/infrastructure/files/atomic-file-publisher.js';
import { DataFolderGuard } from '#etalon/infrastructure/files/data-folder-guard.js';
import { LockFileFolderLock } from '#etalon/infrastructure/files/lock-file-folder-lock.js';
import { ConfiguredDataPaths } from '#etalon/infrastructure/files/configured-data-paths.js';
import { JsonlExportWriter } from '#etalon/infrastructure/jsonl/export-writer.js';
import type { StoreSettings } from '#etalon/infrastructure/persistence/configured-store-provider.js';
import { ConfiguredStoreProvider } from '#etalon/infrastructure/persistence/configured-store-provider.js';
import { AjvExportSchemas } from '#etalon/infrastructure/schemas/ajv-export-schemas.js';
import { ConfiguredDocumentSchemas } from '#etalon/infrastructure/schemas/configured-document-schemas.js';
import { CryptoIdGenerator } from '#etalon/infrastructure/system/crypto-id-generator.js';
import { NodeHasher } from '#etalon/infrastructure/system/node-hasher.js';
import { SystemClock } from '#etalon/infrastructure/system/system-clock.js';

/*
 * Export with schema check, hashes, blocks and manifest from SQLite, beside a straightforward exporter of the same rows
 * (cursor, JSON.parse, JSON.stringify, stream.pipeline to a file; no checks, no hash) and beside the bare ordered scan;
 * with a server in MONGODB_URL also from MongoDB, beside merely iterating the raw cursor:
 *   node build/bench/export.bench.js [RECORDS]
 * Memory over a long export of small records, sampled ten times a second:
 *   node build/bench/export.bench.js long [RECORDS]
 */
const MODE = process.argv[2];
const FILL = MODE === 'fill';
const LONG = MODE === 'long' || FILL;
const RECORDS = Number(process.argv[LONG ? 3 : 2] ?? (LONG ? 1_000_000 : 20_000));
const POSTS = LONG ? 1 : 10;
const ROUNDS = 5;
const BATCH = 1000;
/** Statements in use: the driver crashes when one is collected while its rows are read. */
const kept: unknown[] = [];

type Database = InstanceType<typeof DatabaseSync>;

const SELECT = 'SELECT doc FROM digests ORDER BY created_at, id';
const SENTENCE = 'Городские власти рассказали, что движение по новому мосту через реку откроют раньше срока. ';

function digest(number: number): DigestSample {
  const posts = Array.from({ length: POSTS }, (_, index) => ({
    title: `Новость ${number}.${index}`,
    summary: SENTENCE.trim(),
    text: `**Новость ${number}.${index}**\n\n${SENTENCE.repeat(LONG ? 1 : 3)}`,
    messageId: number * 10 + index,
  }));
  return {
    kind: 'digests',
    id: `digest-${number}`,
    channel: `@channel_${number % 50}`,
    language: 'ru',
    summaryMarkdown: `## Главное\n\n${`- ${SENTENCE}\n`.repeat(LONG ? 1 : 5)}`,
    posts,
    latencySeconds: 0.1 + number / 1e6,
    createdAt: Date.UTC(2024, 0, 1) + number * 60_000,
    metadata: {
      featureFlags: { use_new_summarization: true },
      llmModel: 'extractive',
      provenance: 'imported',
      timeRangeHours: 24,
    },
  };
}

/** What a piece of work took, in seconds: by the clock, and of the processor (all threads). */
interface Cost {
  readonly wall: number;
  readonly cpu: number;
}

async function costOf(work: () => Promise<unknown>): Promise<Cost> {
  const [started, before] = [performance.now(), process.cpuUsage()];
  await work();
  const { user, system } = process.cpuUsage(before);
  return { wall: (performance.now() - started) / 1000, cpu: (user + system) / 1e6 };
}

/** The best of several rounds, in which the pieces of work take turns. */
async function bestOf<K extends string>(works: Readonly<Record<K, () => Promise<unknown>>>): Promise<Record<K, Cost>> {
  const best = {} as Record<K, Cost>;
  for (let round = 0; round < ROUNDS; round += 1) {
    for (const name of Object.keys(works) as K[]) {
      const { wall, cpu } = await costOf(works[name]);
      const before = (best as Partial<Record<K, Cost>>)[name] ?? { wall, cpu };
      best[name] = { wall: Math.min(wall, before.wall), cpu: Math.min(cpu, before.cpu) };
    }
  }
  return best;
}

function* lines(database: Database): Generator<string> {
  const statement = database.prepare(SELECT);
  for (const row of statement.iterate()) {
    yield `${JSON.stringify(JSON.parse((row as { doc: string }).doc))}\n`;
  }
  kept.push(statement);
}

async function scan(database: Database): Promise<void> {
  await Promise.resolve();
  let length = 0;
  const statement = database.prepare(SELECT);
  for (const row of statement.iterate()) length += (row as { doc: string }).doc.length;
  if (length === 0) throw new Error('nothing was scanned');
  kept.push(statement);
}

async function iterate(url: string, dbName: string): Promise<void> {
  const client = new MongoClient(url);
  let count = 0;
  const cursor = client
    .db(dbName)
    .collection('digests')
    .find({}, { sort: { created_at: 1, digest_id: 1 } });
  for await (const document of cursor) count += document['digest_id'] === undefined ? 0 : 1;
  if (count !== RECORDS) throw new Error(`${count} documents were iterated`);
  await client.close();
}

const nothing = (): undefined => undefined;
const silent: Logger = { debug: nothing, info: nothing, warn: nothing, error: nothing, child: (): Logger => silent };
const clock = new SystemClock();
const ids = new CryptoIdGenerator(clock);

function exporterOf(stores: StoreProvider, folder: string, advance: () => void = nothing): ExportSamplesUseCase {
  const ports: ExportSamplesPorts = {
    ...{ stores, clock, logger: silent },
    writer: new JsonlExportWriter(),
    schemas: new AjvExportSchemas(),
    documents: new ConfiguredDocumentSchemas('config/schemas'),
    publisher: new AtomicFilePublisher(),
    paths: new ConfiguredDataPaths(folder),
    guard: new DataFolderGuard(folder),
    folderLock: new LockFileFolderLock(ids),
    hasher: new NodeHasher(),
    metrics: { increment: nothing, set: nothing, observe: nothing, exposition: () => Promise.resolve('') },
    tracer: { span: (_name, _attributes, work) => work({ add: nothing }) },
    progress: { start: () => ({ advance, finish: nothing }) },
  };
  return new ExportSamplesUseCase(ports, { createdBy: 'bench', defaultTimezone: 'Europe/Moscow' });
}

async function filled(settings: StoreSettings): Promise<ConfiguredStoreProvider> {
  const stores = new ConfiguredStoreProvider(settings, clock, ids);
  const store = await stores.open();
  for (let start = 0; start < RECORDS; start += BATCH) {
    const size = Math.min(BATCH, RECORDS - start);
    await store.digests.upsertMany(Array.from({ length: size }, (_, index) => digest(start + index)));
  }
  return stores;
}

function print(label: string, { wall, cpu }: Cost): void {
  const rate = Math.round(RECORDS / wall);
  console.log(
    `  ${label.padEnd(48)} ${rate} records a second, ${((1e6 * cpu) / RECORDS).toFixed(0)} µs of processor each`,
  );
}

function printRatio(label: string, other: Cost, own: Cost): void {
  const [wall, cpu] = [other.wall / own.wall, other.cpu / own.cpu].map((ratio) => ratio.toFixed(2));
  console.log(`  ${label.padEnd(48)} ${wall ?? ''} by the clock, ${cpu ?? ''} by processor time`);
}

async function compareOnSqlite(folder: string, settings: StoreSettings): Promise<void> {
  const stores = await filled(settings);
  const [output, naiveOutput] = [join(folder, 'digests.jsonl'), join(folder, 'naive.jsonl')];
  const database = new DatabaseSync(settings.sqliteFile, { readOnly: true });
  const exporter = exporterOf(stores, folder);
  const best = await bestOf({
    naive: () => pipeline(Readable.from(lines(database)), createWriteStream(naiveOutput)),
    etalon: () => exporter.execute({ kind: 'digests', output }),
    scan: () => scan(database),
  });
  database.close();
  await stores.close();
  console.log(
    `export of ${RECORDS} digests, ${((await stat(output)).size / 1e6).toFixed(0)} MB of lines, best of ${ROUNDS}`,
  );
  print('etalon (schema check, SHA-256, fsync, manifest)', best.etalon);
  print('straightforward exporter (no checks, no hash)', best.naive);
  print('bare ordered scan', best.scan);
  printRatio('ratio to the straightforward exporter', best.naive, best.etalon);
  printRatio('ratio to the bare scan', best.scan, best.etalon);
}

async function compareOnMongo(
  folder: string,
  settings: StoreSettings & { readonly mongodbUrl: string },
): Promise<void> {
  const stores = await filled(settings);
  const exporter = exporterOf(stores, folder);
  const best = await bestOf({
    cursor: () => iterate(settings.mongodbUrl, settings.dbName),
    etalon: () => exporter.execute({ kind: 'digests', output: join(folder, 'mongo.jsonl') }),
  });
  await stores.close();
  const client = new MongoClient(settings.mongodbUrl);
  await client.db(settings.dbName).dropDatabase();
  await client.close();
  print('etalon from MongoDB', best.etalon);
  print('iterating the raw cursor', best.cursor);
  printRatio('ratio to the raw cursor', best.cursor, best.etalon);
}

async function watchMemory(folder: string, settings: StoreSettings): Promise<void> {
  const stores = new ConfiguredStoreProvider(settings, clock, ids);
  let done = 0;
  const peaks: number[] = [];
  const timer = setInterval(() => {
    const tenth = Math.floor((10 * done) / RECORDS);
    peaks[tenth] = Math.max(peaks[tenth] ?? 0, process.memoryUsage().rss);
  }, 100);
  const exporter = exporterOf(stores, folder, () => (done += 1));
  const cost = await costOf(() => exporter.execute({ kind: 'digests', output: join(folder, 'digests.jsonl') }));
  clearInterval(timer);
  await stores.close();
  print(`export of ${RECORDS} small digests`, cost);
  console.log(`  resident memory by tenths: ${peaks.map((peak) => (peak / 1e6).toFixed(0)).join(', ')} MB`);
}

/** `fill RECORDS FILE`: this file as the process that fills a store. */
function fillElsewhere(sqliteFile: string): void {
  const args = [fileURLToPath(import.meta.url), 'fill', String(RECORDS), sqliteFile];
  const { status } = spawnSync(process.execPath, args, { stdio: 'inherit' });
  if (status !== 0) throw new Error('the store was not filled');
}

async function measureIn(folder: string): Promise<void> {
  const settings = { dbName: `etalon_bench_${process.pid}`, sqliteFile: join(folder, 'etalon.db'), timeoutMs: 10_000 };
  const mongodbUrl = process.env['MONGODB_URL'];
  if (LONG) {
    fillElsewhere(settings.sqliteFile);
    await watchMemory(folder, settings);
    return;
  }
  await compareOnSqlite(folder, settings);
  if (mongodbUrl === undefined) console.log('  not measured from MongoDB: set MONGODB_URL');
  else await compareOnMongo(folder, { ...settings, mongodbUrl });
}

if (FILL) {
  const settings = { dbName: 'etalon_bench', sqliteFile: process.argv[4] ?? '', timeoutMs: 10_000 };
  await (await filled(settings)).close();
} else {
  const folder = await mkdtemp(join(tmpdir(), 'etalon-bench-'));
  try {
    await measureIn(folder);
  } finally {
    await rm(folder, { recursive: true });
  }
}
