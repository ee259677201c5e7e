import { BSON } from 'mongodb';
import type {
  CollectionName,
  StoreDocuments,
  StoredDocument,
  StoredRecord,
} from '../../../application/ports/store-documents.port.js';
import { DocumentReader } from '../documents/document-reader.js';
import { checkDocumentSize } from '../documents/document-size.js';
import { resultId } from '../documents/result-key.js';
import { fromMongo, toMongo } from './document-codec.js';
import type { Entry } from './mongo-batch-writer.js';
import { MongoBatchWriter } from './mongo-batch-writer.js';
import type { MongoConnection, MongoDocument } from './mongo-connection.js';
import { MongoReader } from './mongo-reader.js';
import { text } from './sample-stages.js';

/** The fields that name a document, in the order of their index; results are found by their `_id`. */
const KEY_FIELDS: Readonly<Record<CollectionName, readonly [string, ...string[]]>> = {
  digests: ['digest_id'],
  review_reports: ['report_id'],
  datasets: ['name'],
  benchmark_runs: ['run_id'],
  benchmark_results: ['run_id', 'sample_id'],
};

/** The documents of a database as its collections hold them. */
export class MongoDocuments implements StoreDocuments {
  constructor(private readonly connection: MongoConnection) {}

  count(collection: CollectionName): Promise<number> {
    const { maxTimeMS } = this.connection;
    return this.connection.run(() => this.connection.collection(collection).countDocuments({}, { maxTimeMS }));
  }

  async *stream(collection: CollectionName): AsyncGenerator<StoredRecord> {
    const sort = Object.fromEntries(KEY_FIELDS[collection].map((field) => [field, 1]));
    const reader = new MongoReader(this.connection, collection);
    for await (const document of reader.stream([{ $sort: sort }])) yield toRecord(collection, document);
  }

  async findMany(collection: CollectionName, ids: readonly string[]): Promise<ReadonlyMap<string, StoredDocument>> {
    const found = await new MongoReader(this.connection, collection).all([
      { $match: { [idFieldOf(collection)]: { $in: ids.map(text) } } },
    ]);
    return new Map(found.map((raw) => toRecord(collection, raw)).map(({ id, document }) => [id, document]));
  }

  async putMany(collection: CollectionName, records: readonly StoredRecord[]): Promise<void> {
    const entries = records.map((record) => toEntry(collection, record));
    await new MongoBatchWriter(this.connection, collection, idFieldOf(collection)).write(entries);
  }
}

function idFieldOf(collection: CollectionName): string {
  return collection === 'benchmark_results' ? '_id' : KEY_FIELDS[collection][0];
}

/** @throws STORE_DOCUMENT_INVALID for a document without an id, or with names that only operators have */
function toRecord(collection: CollectionName, { _id, ...document }: MongoDocument): StoredRecord {
  const label = { collection, id: String(_id) };
  const [first, second] = KEY_FIELDS[collection].map((field) =>
    new DocumentReader(document[field], label, `/${field}`).text(),
  );
  const id = second === undefined ? (first ?? '') : resultId(first ?? '', second);
  const own = _id === id ? document : { _id, ...document };
  return { id, document: fromMongo(own, { collection, id }) };
}

/** @throws STORE_DOCUMENT_TOO_LARGE */
function toEntry(collection: CollectionName, record: StoredRecord): Entry {
  const { _id: key, ...document } = toMongo(record.document);
  const id = text(record.id);
  const bytes = BSON.calculateObjectSize(document);
  checkDocumentSize(collection, id, BSON.calculateObjectSize({ _id: key ?? id }) + bytes);
  return { id, document, bytes, ...(key === undefined ? {} : { key }) };
}
