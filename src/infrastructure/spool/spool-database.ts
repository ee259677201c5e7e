import type { DatabaseSyncInstance } from '@photostructure/sqlite';
import { DatabaseSync } from '@photostructure/sqlite';

/** Nobody reads this file after its process: nothing is journalled or synced; begin one transaction for all. */
export const SPOOL_PRAGMAS = `
  PRAGMA page_size = 8192;
  PRAGMA locking_mode = EXCLUSIVE;
  PRAGMA journal_mode = OFF;
  PRAGMA synchronous = OFF;
  PRAGMA cache_size = -4096;
  PRAGMA temp_store = MEMORY;
`;

const TABLES = `
  CREATE TABLE posts (
    id INTEGER PRIMARY KEY,
    channel TEXT NOT NULL,
    day TEXT NOT NULL,
    date INTEGER NOT NULL,
    message_id INTEGER NOT NULL,
    title TEXT NOT NULL,
    summary TEXT NOT NULL,
    text TEXT NOT NULL
  ) STRICT;
  CREATE INDEX posts_by_day ON posts (channel, day, date, message_id);
  CREATE TABLE records (id INTEGER PRIMARY KEY, kind TEXT NOT NULL, json TEXT NOT NULL) STRICT;
  CREATE INDEX records_by_kind ON records (kind);
  BEGIN;
`;

/** Opens an empty spool database that goes away with its folder. */
export function openSpoolDatabase(path: string): DatabaseSyncInstance {
  const database = new DatabaseSync(path);
  database.exec(SPOOL_PRAGMAS + TABLES);
  return database;
}
