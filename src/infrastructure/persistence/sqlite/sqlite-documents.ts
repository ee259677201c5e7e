import { setImmediate } from 'node:timers/promises';
import type {
  CollectionName,
  StoreDocuments,
  StoredDocument,
  StoredRecord,
} from '../../../application/ports/store-documents.port.js';
import { DocumentReader } from '../documents/document-reader.js';
import { resultId } from '../documents/result-key.js';
import { answer } from './answer.js';
import { KEY_COLUMNS, keyOf, toDocumentRow } from './document-rows.js';
import type { DocumentRow } from './document-rows.js';
import { untilFull } from './pages-of-rows.js';
import type { SqliteConnection, SqlValue } from './sqlite-connection.js';

const PAGE_ROWS = 256;

type KeyedRow = Readonly<Record<'a' | 'b' | 'doc', string>>;

/** The documents of an SQLite file as its `doc` columns hold them. */
export class SqliteDocuments implements StoreDocuments {
  constructor(private readonly connection: SqliteConnection) {}

  count(collection: CollectionName): Promise<number> {
    const sql = `SELECT count(*) AS n FROM ${collection}`;
    return answer(() => (this.#attempt(() => this.connection.statement(sql).get()) as { n: number }).n);
  }

  /** Between pages other work of the process gets its turn (signals, the renewal of the lock). */
  async *stream(collection: CollectionName): AsyncGenerator<StoredRecord> {
    let page = this.#page(collection, ['', '']);
    for (let end = page.at(-1); end !== undefined; end = page.at(-1)) {
      for (const row of page) yield toRecord(collection, row);
      await setImmediate();
      page = this.#page(collection, [end.a, end.b]);
    }
  }

  findMany(collection: CollectionName, ids: readonly string[]): Promise<ReadonlyMap<string, StoredDocument>> {
    const [a, b] = keyExpressions(collection);
    const sql = `SELECT ${a} AS a, ${b} AS b, doc FROM ${collection} WHERE (${a}, ${b}) IN
      (SELECT value ->> 0, coalesce(value ->> 1, '') FROM json_each(?))`;
    return answer(() => {
      const keys = JSON.stringify(ids.map((id) => keyOf(collection, id)));
      const rows = this.#attempt(() => this.connection.statement(sql).all(keys)) as readonly KeyedRow[];
      return new Map(rows.map((row) => toRecord(collection, row)).map(({ id, document }) => [id, document]));
    });
  }

  putMany(collection: CollectionName, records: readonly StoredRecord[]): Promise<void> {
    return answer(() => {
      const rows = records.map((record) => toDocumentRow(collection, record));
      this.connection.transaction(() => {
        for (const row of rows) this.connection.statement(putSql(collection, row)).run(...Object.values(row));
      });
    });
  }

  #page(collection: CollectionName, after: readonly SqlValue[]): readonly KeyedRow[] {
    const [a, b] = keyExpressions(collection);
    const sql = `SELECT ${a} AS a, ${b} AS b, doc FROM ${collection}
      WHERE (${a}, ${b}) > (?, ?) ORDER BY ${a}, ${b} LIMIT ${PAGE_ROWS}`;
    return this.#attempt(() => [
      ...untilFull(this.connection.statement(sql).iterate(...after) as IterableIterator<KeyedRow>),
    ]);
  }

  #attempt<T>(work: () => T): T {
    return this.connection.attempt(work);
  }
}

/** Every table as one with two key columns; the second is empty where there is only one. */
function keyExpressions(collection: CollectionName): readonly [string, string] {
  const [a, b = "''"] = KEY_COLUMNS[collection];
  return [a, b];
}

function putSql(collection: CollectionName, row: DocumentRow): string {
  const keys: readonly string[] = KEY_COLUMNS[collection];
  const columns = Object.keys(row);
  const changed = columns.filter((column) => !keys.includes(column)).map((column) => `${column} = excluded.${column}`);
  return `INSERT INTO ${collection} (${columns.join(', ')}) VALUES (${columns.map(() => '?').join(', ')})
    ON CONFLICT (${keys.join(', ')}) DO UPDATE SET ${changed.join(', ')}`;
}

/** @throws STORE_DOCUMENT_INVALID when the text is no JSON object */
function toRecord(collection: CollectionName, { a, b, doc }: KeyedRow): StoredRecord {
  const id = collection === 'benchmark_results' ? resultId(a, b) : a;
  const document = parsed(doc);
  if (typeof document === 'object' && document !== null && !Array.isArray(document))
    return { id, document: document as StoredDocument };
  return new DocumentReader(document, { collection, id }).fail('must be an object');
}

function parsed(doc: string): unknown {
  try {
    return JSON.parse(doc);
  } catch {
    return undefined;
  }
}
