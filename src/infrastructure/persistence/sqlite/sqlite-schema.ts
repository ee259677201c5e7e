import { EtalonError } from '../../../domain/errors/etalon-error.js';
import type { SqliteConnection } from './sqlite-connection.js';

/** Marks a file as ours ("ETLN"), so that somebody else's database is never written into. */
const APPLICATION_ID = 0x45544c4e;

const sampleTable = (name: string): string => `
  CREATE TABLE ${name} (
    id TEXT NOT NULL PRIMARY KEY,
    channel TEXT NOT NULL,
    created_at INTEGER NOT NULL,
    language TEXT NOT NULL,
    provenance TEXT NOT NULL,
    doc TEXT NOT NULL
  ) STRICT;
  CREATE INDEX ${name}_by_channel ON ${name} (channel, created_at, id);
  CREATE INDEX ${name}_by_time ON ${name} (created_at, id);`;

/** Each step leads from the version that is its index to the next; steps are never changed, only added. */
const MIGRATIONS: readonly string[] = [
  `${sampleTable('digests')}
   ${sampleTable('review_reports')}
   CREATE TABLE datasets (name TEXT NOT NULL PRIMARY KEY, doc TEXT NOT NULL) STRICT;
   CREATE TABLE benchmark_runs (
     id TEXT NOT NULL PRIMARY KEY, started_at INTEGER NOT NULL, doc TEXT NOT NULL
   ) STRICT;
   CREATE INDEX benchmark_runs_by_time ON benchmark_runs (started_at, id);
   CREATE TABLE benchmark_results (
     run_id TEXT NOT NULL, sample_id TEXT NOT NULL, position INTEGER NOT NULL, doc TEXT NOT NULL,
     PRIMARY KEY (run_id, sample_id)
   ) STRICT;
   CREATE INDEX benchmark_results_by_position ON benchmark_results (run_id, position, sample_id);
   CREATE TABLE locks (
     name TEXT NOT NULL PRIMARY KEY, owner TEXT NOT NULL, expires_at INTEGER NOT NULL, doc TEXT NOT NULL
   ) STRICT;`,
];

/** The schema version that this build writes. */
const SCHEMA_VERSION = MIGRATIONS.length;

/**
 * The schema version of a file, 0 for one without tables.
 *
 * @throws STORE_TOO_NEW, STORE_CORRUPT (also for a database of another program).
 */
export function schemaVersionOf(connection: SqliteConnection): number {
  const version = pragma(connection, 'user_version');
  const tables = count(connection, 'SELECT count(*) AS n FROM sqlite_schema');
  if (tables > 0 && pragma(connection, 'application_id') !== APPLICATION_ID) throw foreign(connection.file);
  if (version > SCHEMA_VERSION) throw tooNew(connection.file, version);
  return tables === 0 ? 0 : version;
}

/**
 * Brings a file to the current version, in one transaction; two processes may do so at once. A file that is damaged
 * somewhere inside is not written to: SQLite would go on around the damage.
 *
 * @throws STORE_TOO_NEW, STORE_CORRUPT
 */
export function migrate(connection: SqliteConnection): void {
  const version = schemaVersionOf(connection);
  if (version > 0) checkPages(connection);
  if (version === SCHEMA_VERSION) return;
  connection.transaction(() => {
    for (const step of MIGRATIONS.slice(schemaVersionOf(connection))) connection.execute(step);
    connection.execute(`PRAGMA application_id = ${APPLICATION_ID}; PRAGMA user_version = ${SCHEMA_VERSION};`);
  });
}

function checkPages(connection: SqliteConnection): void {
  const row = connection.attempt(() => connection.statement('PRAGMA quick_check(1)').get());
  const { quick_check: found } = row as { readonly quick_check: string };
  if (found === 'ok') return;
  throw new EtalonError('STORE_CORRUPT', `${connection.file} is damaged.`, {
    details: { file: connection.file, found },
  });
}

function pragma(connection: SqliteConnection, name: 'user_version' | 'application_id'): number {
  const row = connection.attempt(() => connection.statement(`PRAGMA ${name}`).get());
  return (row as Record<string, number>)[name] ?? 0;
}

function count(connection: SqliteConnection, sql: string): number {
  return (connection.attempt(() => connection.statement(sql).get()) as { n: number }).n;
}

function foreign(file: string): EtalonError {
  return new EtalonError('STORE_CORRUPT', `${file} is a database of another program.`, {
    details: { file },
    hint: 'Use another --data-dir.',
  });
}

function tooNew(file: string, version: number): EtalonError {
  return new EtalonError(
    'STORE_TOO_NEW',
    `${file} has schema version ${version}; this etalon knows up to ${SCHEMA_VERSION}.`,
    { details: { file, version, known: SCHEMA_VERSION } },
  );
}
