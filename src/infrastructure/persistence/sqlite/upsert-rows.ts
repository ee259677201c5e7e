import type { UpsertCounts } from '../../../application/ports/sample.repository.port.js';
import type { SampleKind } from '../../../domain/dataset/sample.js';
import type { SampleRow } from './sample-row.js';
import type { SqliteConnection } from './sqlite-connection.js';

const upsertSql = (kind: SampleKind): string => `
  INSERT INTO ${kind} (id, channel, created_at, language, provenance, doc) VALUES (?, ?, ?, ?, ?, ?)
  ON CONFLICT (id) DO UPDATE SET channel = excluded.channel, created_at = excluded.created_at,
    language = excluded.language, provenance = excluded.provenance, doc = excluded.doc
  WHERE doc IS NOT excluded.doc`;

/**
 * Writes rows by id in one transaction; equal documents are left alone.
 *
 * New rows are counted without looking each one up: SQLite gives a new row the highest rowid plus one, so the highest
 * rowid grows by their number.
 */
export function upsertRows(connection: SqliteConnection, kind: SampleKind, rows: readonly SampleRow[]): UpsertCounts {
  if (rows.length === 0) return { inserted: 0, updated: 0, unchanged: 0 };
  const upsert = connection.statement(upsertSql(kind));
  return connection.transaction(() => {
    const before = highestRowId(connection, kind);
    let changed = 0;
    for (const row of rows) changed += upsert.run(...row).changes;
    const inserted = highestRowId(connection, kind) - before;
    return { inserted, updated: changed - inserted, unchanged: rows.length - changed };
  });
}

function highestRowId(connection: SqliteConnection, kind: SampleKind): number {
  const row = connection.statement(`SELECT coalesce(max(rowid), 0) AS n FROM ${kind}`).get();
  return (row as { readonly n: number }).n;
}
