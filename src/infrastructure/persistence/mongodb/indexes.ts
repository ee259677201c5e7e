import { MongoServerError } from 'mongodb';
import type { CollectionName } from '../../../application/ports/store-documents.port.js';
import type { MongoConnection } from './mongo-connection.js';

type Key = Readonly<Record<string, 1>>;

interface Index {
  readonly key: Key;
  readonly unique?: true;
}

const INDEXES: Readonly<Record<CollectionName, readonly Index[]>> = {
  digests: [
    { key: { digest_id: 1 }, unique: true },
    { key: { channel: 1, created_at: 1, digest_id: 1 } },
    { key: { created_at: 1, digest_id: 1 } },
  ],
  review_reports: [
    { key: { report_id: 1 }, unique: true },
    { key: { assignment_id: 1, created_at: 1, report_id: 1 } },
    { key: { created_at: 1, report_id: 1 } },
  ],
  datasets: [{ key: { name: 1 }, unique: true }],
  benchmark_runs: [{ key: { run_id: 1 }, unique: true }, { key: { started_at: 1, run_id: 1 } }],
  benchmark_results: [
    { key: { run_id: 1, sample_id: 1 }, unique: true },
    { key: { run_id: 1, position: 1, sample_id: 1 } },
  ],
};

/** The collections that make a database a store. */
export const COLLECTIONS: readonly string[] = Object.keys(INDEXES);

const NAMESPACE_NOT_FOUND = 26;
/** An equal index was made meanwhile, or is there under another name or with other options. */
const ALREADY_THERE: ReadonlySet<unknown> = new Set([68, 85, 86]);

/** Makes the indexes that are missing; those that a team already has on the same fields are kept as they are. */
export async function ensureIndexes(connection: MongoConnection): Promise<void> {
  const all = Object.entries(INDEXES);
  await Promise.all(all.map(([name, indexes]) => ensureIndexesOf(connection, name, indexes)));
}

async function ensureIndexesOf(connection: MongoConnection, name: string, indexes: readonly Index[]): Promise<void> {
  const there = await keysOf(connection, name);
  for (const { key, ...options } of indexes) {
    if (!there.has(JSON.stringify(key))) await createIndex(connection, name, key, options);
  }
}

async function keysOf(connection: MongoConnection, name: string): Promise<ReadonlySet<string>> {
  const indexes = await connection.run(() => connection.collection(name).listIndexes().toArray().catch(noneYet));
  return new Set(indexes.map(({ key }: { readonly key?: unknown }) => JSON.stringify(key)));
}

async function createIndex(
  connection: MongoConnection,
  name: string,
  key: Key,
  options: Omit<Index, 'key'>,
): Promise<void> {
  await connection.run(() =>
    connection
      .collection(name)
      .createIndexes([{ key, ...options }])
      .catch((error: unknown) => {
        if (!(error instanceof MongoServerError && ALREADY_THERE.has(error.code))) throw error;
      }),
  );
}

function noneYet(error: unknown): never[] {
  if (error instanceof MongoServerError && error.code === NAMESPACE_NOT_FOUND) return [];
  throw error;
}
