import { createWriteStream } from 'node:fs';
import { mkdtemp, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { DatabaseSync } from '@photostructure/sqlite';
import { ExportSamplesUseCase } from '#etalon/application/export/export-samples.use-case.js';
import type { ExportSamplesPorts } from '#etalon/application/export/export-samples.ports.js';
import type { Logger } from '#etalon/application/ports/logger.port.js';
import type { DigestSample } from '#etalon/domain/dataset/digest-sample.js';
import { AtomicFilePublisher } from '#etalon/infrastructure/files/atomic-file-publisher.js';
import { DataFolderGuard } from '#etalon/infrastructure/files/data-folder-guard.js';
import { LockFileFolderLock } from '#etalon/infrastructure/files/lock-file-folder-lock.js';
import { ConfiguredDataPaths } from '#etalon/infrastructure/files/configured-data-paths.js';
import { JsonlExportWriter } from '#etalon/infrastructure/jsonl/export-writer.js';
import { ConfiguredStoreProvider } from '#etalon/infrastructure/persistence/configured-store-provider.js';
import { AjvExportSchemas } from '#etalon/infrastructure/schemas/ajv-export-schemas.js';
import { ConfiguredDocumentSchemas } from '#etalon/infrastructure/schemas/configured-document-schemas.js';
import { CryptoIdGenerator } from '#etalon/infrastructure/system/crypto-id-generator.js';
import { NodeHasher } from '#etalon/infrastructure/system/node-hasher.js';
import { SystemClock } from '#etalon/infrastructure/system/system-clock.js';

/*
 * Export with schema check, hashes and manifest from SQLite, beside a straightforward exporter of the same rows (cursor,
 * JSON.parse, JSON.stringify, stream.pipeline to a file; no checks, no hash) and beside the bare ordered scan:
 *   node build/bench/export.bench.js [RECORDS]
 */
const RECORDS = Number(process.argv[2] ?? 20_000);
const ROUNDS = 3;
const BATCH = 1000;
/** Statements in use: the driver crashes when one is collected while its rows are read. */
const kept: unknown[] = [];

type Database = InstanceType<typeof DatabaseSync>;

const SELECT = 'SELECT doc FROM digests ORDER BY created_at, id';
const SENTENCE = 'Городские власти рассказали, что движение по новому мосту через реку откроют раньше срока. ';

function digest(number: number): DigestSample {
  const posts = Array.from({ length: 10 }, (_, index) => ({
    title: `Новость ${number}.${index}`,
    summary: SENTENCE.trim(),
    text: `**Новость ${number}.${index}**\n\n${SENTENCE.repeat(3)}`,
    messageId: number * 10 + index,
  }));
  return {
    kind: 'digests',
    id: `digest-${number}`,
    channel: `@channel_${number % 50}`,
    language: 'ru',
    summaryMarkdown: `## Главное\n\n${`- ${SENTENCE}\n`.repeat(5)}`,
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

async function seconds(work: () => Promise<unknown>): Promise<number> {
  const started = performance.now();
  await work();
  return (performance.now() - started) / 1000;
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

const nothing = (): undefined => undefined;

const folder = await mkdtemp(join(tmpdir(), 'etalon-bench-'));
try {
  const clock = new SystemClock();
  const sqliteFile = join(folder, 'etalon.db');
  const stores = new ConfiguredStoreProvider(
    { dbName: 'butler', sqliteFile, timeoutMs: 5000 },
    clock,
    new CryptoIdGenerator(clock),
  );
  const store = await stores.open();
  for (let start = 0; start < RECORDS; start += BATCH) {
    const size = Math.min(BATCH, RECORDS - start);
    await store.digests.upsertMany(Array.from({ length: size }, (_, index) => digest(start + index)));
  }
  const silent: Logger = { debug: nothing, info: nothing, warn: nothing, error: nothing, child: (): Logger => silent };
  const ports: ExportSamplesPorts = {
    ...{ stores, clock, logger: silent },
    writer: new JsonlExportWriter(),
    schemas: new AjvExportSchemas(),
    documents: new ConfiguredDocumentSchemas('config/schemas'),
    publisher: new AtomicFilePublisher(),
    paths: new ConfiguredDataPaths(folder),
    guard: new DataFolderGuard(folder),
    folderLock: new LockFileFolderLock(new CryptoIdGenerator(clock)),
    hasher: new NodeHasher(),
    metrics: { increment: nothing, set: nothing, observe: nothing, exposition: () => Promise.resolve('') },
    tracer: { span: (_name, _attributes, work) => work() },
    progress: { start: () => ({ advance: nothing, finish: nothing }) },
  };
  const exporter = new ExportSamplesUseCase(ports, { createdBy: 'bench', defaultTimezone: 'Europe/Moscow' });
  const output = join(folder, 'digests.jsonl');
  const naiveOutput = join(folder, 'naive.jsonl');
  const database = new DatabaseSync(sqliteFile, { readOnly: true });
  const best = { etalon: Infinity, naive: Infinity, scan: Infinity };
  for (let round = 0; round < ROUNDS; round += 1) {
    const naive = () => pipeline(Readable.from(lines(database)), createWriteStream(naiveOutput));
    best.naive = Math.min(best.naive, await seconds(naive));
    best.etalon = Math.min(best.etalon, await seconds(() => exporter.execute({ kind: 'digests', output })));
    best.scan = Math.min(best.scan, await seconds(() => scan(database)));
  }
  database.close();
  await stores.close();
  const rate = (time: number): string => `${Math.round(RECORDS / time)} records a second`;
  const megabytes = (await stat(output)).size / 1e6;
  console.log(`export of ${RECORDS} digests, ${megabytes.toFixed(0)} MB of lines, best of ${ROUNDS}`);
  console.log(`  etalon (schema check, SHA-256, fsync, manifest)  ${rate(best.etalon)}`);
  console.log(`  straightforward exporter (no checks, no hash)    ${rate(best.naive)}`);
  console.log(`  bare ordered scan                                ${rate(best.scan)}`);
  console.log(`  ratio to the straightforward exporter  ${(best.naive / best.etalon).toFixed(2)}`);
  console.log(`  ratio to the bare scan                 ${(best.scan / best.etalon).toFixed(2)}`);
  console.log(`  resident memory ${(process.memoryUsage().rss / 1e6).toFixed(0)} MB`);
} finally {
  await rm(folder, { recursive: true });
}
