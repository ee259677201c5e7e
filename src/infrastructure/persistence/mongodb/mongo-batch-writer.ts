import type { AnyBulkWriteOperation } from 'mongodb';
import type { UpsertCounts } from '../../../application/ports/sample.repository.port.js';
import type { MongoConnection, MongoDocument } from './mongo-connection.js';
import { duplicatesIn } from './mongo-failure.js';
import { StoredBytes } from './stored-bytes.js';

/** A document to be written, found again by `id` in the collection's id field. */
export interface Entry {
  readonly id: string;
  readonly document: MongoDocument;
  /** The `_id` of a new document where that is not its id. */
  readonly key?: unknown;
  /** What it weighs as BSON, where that has been counted; what has not is small. */
  readonly bytes?: number;
}

/** How often other writers may come first with the same documents. */
const ATTEMPTS = 4;

/** What one round trip may carry: servers take messages of 48 MB and answer within one deadline. */
const CHUNK_ENTRIES = 1_000;
const CHUNK_BYTES = 16 * 1024 * 1024;

type Operation = AnyBulkWriteOperation<MongoDocument>;
type Outcome = 'inserted' | 'updated';

interface Step {
  readonly entry: Entry;
  readonly outcome: Outcome;
  readonly operation: Operation;
}

/**
 * Writes documents in one unordered bulk: those that are there and equal are left alone, those that differ are replaced
 * under the `_id` they have, new ones get their own id as `_id`. What is there is read first, because servers do not
 * agree on what they count as modified, and because inserting is cheaper than replacing.
 */
export class MongoBatchWriter {
  constructor(
    private readonly connection: MongoConnection,
    private readonly collection: string,
    private readonly idField: string,
  ) {}

  async write(entries: readonly Entry[]): Promise<UpsertCounts> {
    const counts = { inserted: 0, updated: 0 };
    for (const chunk of chunksOf(entries)) await this.#writeChunk(chunk, counts);
    return { ...counts, unchanged: entries.length - counts.inserted - counts.updated };
  }

  async #writeChunk(entries: readonly Entry[], counts: Record<Outcome, number>): Promise<void> {
    let left = entries;
    for (let attempt = 1; left.length > 0; attempt += 1) {
      const steps = await this.#plan(left);
      const failed = steps.length === 0 ? new Set<number>() : await this.#execute(steps, attempt < ATTEMPTS);
      for (const { outcome } of steps.filter((_step, index) => !failed.has(index))) counts[outcome] += 1;
      left = steps.filter((_step, index) => failed.has(index)).map(({ entry }) => entry);
    }
  }

  async #plan(entries: readonly Entry[]): Promise<readonly Step[]> {
    const there = await this.#existing(entries.map(({ id }) => id));
    return entries.flatMap((entry) => this.#step(entry, there.get(entry.id)) ?? []);
  }

  async #existing(ids: readonly string[]): Promise<ReadonlyMap<string, StoredBytes>> {
    const options = { maxTimeMS: this.connection.maxTimeMS, batchSize: ids.length + 1, raw: true };
    const collection = this.connection.collection(this.collection);
    const found = await this.connection.run(() =>
      collection.find({ [this.idField]: { $in: [...ids] } }, options).toArray(),
    );
    return new Map(
      found.map((raw) => {
        const bytes = new StoredBytes(raw as unknown as Uint8Array);
        return [bytes.text(this.idField) ?? '', bytes];
      }),
    );
  }

  #step(entry: Entry, there: StoredBytes | undefined): Step | undefined {
    const { id, document } = entry;
    if (there === undefined) {
      const fresh = { _id: entry.key ?? id, ...document } as MongoDocument;
      return { entry, outcome: 'inserted', operation: { insertOne: { document: fresh } } };
    }
    if (there.holds(document, entry.bytes)) return undefined;
    const filter = { _id: { $eq: there.id ?? id } };
    const operation = { replaceOne: { filter, replacement: document, upsert: true } };
    return { entry, outcome: 'updated', operation };
  }

  /** Gives the places of the steps in which another writer came first. */
  #execute(steps: readonly Step[], forgiving: boolean): Promise<ReadonlySet<number>> {
    return this.connection.run(async () => {
      try {
        const operations = steps.map(({ operation }) => operation);
        await this.connection.collection(this.collection).bulkWrite(operations, { ordered: false });
        return new Set<number>();
      } catch (error) {
        const duplicates = forgiving ? duplicatesIn(error) : undefined;
        if (duplicates === undefined) throw error;
        return new Set(duplicates);
      }
    });
  }
}

function* chunksOf(entries: readonly Entry[]): Generator<readonly Entry[]> {
  let chunk: Entry[] = [];
  let bytes = 0;
  for (const entry of entries) {
    const more = entry.bytes ?? 0;
    if (chunk.length === CHUNK_ENTRIES || (chunk.length > 0 && bytes + more > CHUNK_BYTES)) {
      yield chunk;
      chunk = [];
      bytes = 0;
    }
    chunk.push(entry);
    bytes += more;
  }
  if (chunk.length > 0) yield chunk;
}
