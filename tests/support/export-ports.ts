import { createHash } from 'node:crypto';
import type { ExportSamplesPorts } from '#etalon/application/export/export-samples.ports.js';
import type { Hasher } from '#etalon/application/ports/hasher.port.js';
import type { Logger } from '#etalon/application/ports/logger.port.js';
import type { BenchmarkDataset } from '#etalon/domain/dataset/benchmark-dataset.js';
import { AtomicFilePublisher } from '#etalon/infrastructure/files/atomic-file-publisher.js';
import { ConfiguredDataPaths } from '#etalon/infrastructure/files/configured-data-paths.js';
import { DataFolderGuard } from '#etalon/infrastructure/files/data-folder-guard.js';
import { LockFileFolderLock } from '#etalon/infrastructure/files/lock-file-folder-lock.js';
import { JsonlExportWriter } from '#etalon/infrastructure/jsonl/export-writer.js';
import { AjvExportSchemas } from '#etalon/infrastructure/schemas/ajv-export-schemas.js';
import { ConfiguredDocumentSchemas } from '#etalon/infrastructure/schemas/configured-document-schemas.js';
import { CryptoIdGenerator } from '#etalon/infrastructure/system/crypto-id-generator.js';
import { SystemClock } from '#etalon/infrastructure/system/system-clock.js';
import { MemoryStore } from './memory-store.js';
import { digest, report } from './samples.js';

/** SHA-256 for tests of what needs hashes. */
export const sha256Hasher: Hasher = {
  hash: (text) => createHash('sha256').update(text).digest('hex'),
  incremental: () => {
    const hash = createHash('sha256');
    return { update: (text) => void hash.update(text), digest: () => hash.digest('hex') };
  },
};

/** A logger that keeps silent. */
export const silentLogger: Logger = {
  debug: () => undefined,
  info: () => undefined,
  warn: () => undefined,
  error: () => undefined,
  child: () => silentLogger,
};

/** Everything an export needs, with real files under `folder`; observations of metrics are added to `observed`. */
export function exportPorts(store: MemoryStore, folder: string, observed: unknown[] = []): ExportSamplesPorts {
  return {
    stores: store,
    writer: new JsonlExportWriter(),
    schemas: new AjvExportSchemas(),
    documents: new ConfiguredDocumentSchemas('config/schemas'),
    publisher: new AtomicFilePublisher(),
    paths: new ConfiguredDataPaths(folder),
    guard: new DataFolderGuard(folder),
    folderLock: new LockFileFolderLock(new CryptoIdGenerator(new SystemClock())),
    hasher: sha256Hasher,
    clock: { now: () => Date.now(), monotonic: () => performance.now() },
    metrics: {
      increment: () => undefined,
      set: () => undefined,
      observe: (name, labels) => void observed.push([name, labels]),
      exposition: () => Promise.resolve(''),
    },
    tracer: { span: (_name, _attributes, work) => work({ add: () => undefined }) },
    progress: { start: () => ({ advance: () => undefined, finish: () => undefined }) },
    logger: silentLogger,
  };
}

/** A store with the first days of December 2024 in both kinds. */
export async function filled(days: number): Promise<MemoryStore> {
  const store = new MemoryStore();
  const numbers = Array.from({ length: days }, (_, index) => index + 1);
  await store.digests.upsertMany(numbers.map((number) => digest(number)));
  await store.reviewReports.upsertMany(numbers.map((number) => report(number)));
  return store;
}

/** The record of the data set "default" over these days. */
export function recordOf(firstDay: string, lastDay: string): BenchmarkDataset {
  return {
    name: 'default',
    origin: 'seeded',
    status: 'complete',
    firstDay: firstDay as BenchmarkDataset['firstDay'],
    lastDay: lastDay as BenchmarkDataset['lastDay'],
    timezone: 'Europe/Moscow',
    channels: ['@city'],
    floor: 1,
    seed: 1,
    digester: { name: 'extractive', version: '1' },
    datasetHash: 'a'.repeat(64),
    scoresHash: null,
    updatedAt: 0,
  };
}
