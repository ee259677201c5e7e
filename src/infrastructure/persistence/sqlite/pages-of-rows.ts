import type { SampleOrder, SampleQuery } from '../../../application/ports/sample.repository.port.js';
import type { SampleKind } from '../../../domain/dataset/sample.js';
import { conditionOf } from './sample-conditions.js';
import type { StoredRow } from './sample-row.js';
import type { SqliteConnection, SqlValue } from './sqlite-connection.js';

const PAGE_ROWS = 256;
const PAGE_BYTES = 1_000_000;

interface KeyOrder {
  readonly columns: string;
  /** Lower than every key, because no moment lies before 1970. */
  readonly before: readonly SqlValue[];
  readonly keyOf: (row: StoredRow) => readonly SqlValue[];
}

const ORDERS: Readonly<Record<SampleOrder, KeyOrder>> = {
  channel: {
    columns: 's.channel, s.created_at, s.id',
    before: ['', -1, ''],
    keyOf: ({ channel, created_at, id }) => [channel, created_at, id],
  },
  time: {
    columns: 's.created_at, s.id',
    before: [-1, ''],
    keyOf: ({ created_at, id }) => [created_at, id],
  },
};

const pageSql = (kind: SampleKind, { columns, before }: KeyOrder, condition: string): string => `
  SELECT s.id, s.channel, s.created_at, CAST(s.doc AS BLOB) AS doc FROM ${kind} s
  WHERE (${columns}) > (${before.map(() => '?').join(', ')}) AND ${condition}
  ORDER BY ${columns} LIMIT ${PAGE_ROWS}`;

/**
 * Reads rows page by page, each starting after the last key of the one before: no statement stays open between pages,
 * so other reads and writes may happen meanwhile, and memory holds one page of about a megabyte. Documents come as bytes, because the
 * driver decodes text several times more slowly than {@link utf8Text} does.
 */
export function* pagesOfRows(
  connection: SqliteConnection,
  kind: SampleKind,
  query: SampleQuery,
  orderName: SampleOrder,
): Generator<readonly StoredRow[]> {
  const order = ORDERS[orderName];
  const { sql, values } = conditionOf(query);
  let page = readPage(connection, pageSql(kind, order, sql), [...order.before, ...values]);
  for (let end = page.at(-1); end !== undefined; end = page.at(-1)) {
    yield page;
    page = readPage(connection, pageSql(kind, order, sql), [...order.keyOf(end), ...values]);
  }
}

/** One page: up to so many rows, and no further than a megabyte. */
function readPage(connection: SqliteConnection, sql: string, values: readonly SqlValue[]): StoredRow[] {
  return connection.attempt(() => [
    ...untilFull(connection.statement(sql).iterate(...values) as IterableIterator<StoredRow>),
  ]);
}

/** Rows up to about a megabyte of documents. */
export function* untilFull<R extends { readonly doc: { readonly length: number } }>(rows: Iterable<R>): Generator<R> {
  let room = PAGE_BYTES;
  for (const row of rows) {
    yield row;
    room -= row.doc.length;
    if (room <= 0) return;
  }
}
