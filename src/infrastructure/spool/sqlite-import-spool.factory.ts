import { join } from 'node:path';
import { DatabaseSync } from '@photostructure/sqlite';
import type { Clock } from '../../application/ports/clock.port.js';
import type { ImportSpool, ImportSpoolFactory } from '../../application/ports/import-spool.port.js';
import { SPOOL_PRAGMAS } from './spool-database.js';
import { spoolFault } from './spool-faults.js';
import { SPOOL_FILE, SpoolFolder } from './spool-folder.js';
import { SqliteImportSpool } from './sqlite-import-spool.js';

const TABLES = `
  CREATE TABLE documents (
    number INTEGER PRIMARY KEY,
    kind TEXT NOT NULL,
    id TEXT NOT NULL,
    channel TEXT NOT NULL,
    place TEXT NOT NULL,
    json TEXT NOT NULL
  ) STRICT;
  CREATE UNIQUE INDEX documents_by_id ON documents (kind, id);
  BEGIN;
`;

/** Makes spools for imports under `<dataDir>/tmp`. */
export class SqliteImportSpoolFactory implements ImportSpoolFactory {
  constructor(
    private readonly dataDir: string,
    private readonly clock: Clock,
  ) {}

  /** @throws DATA_DIR_UNUSABLE, DISK_FULL */
  async open(): Promise<ImportSpool> {
    const folder = await SpoolFolder.make(this.dataDir, this.clock.now());
    try {
      const database = new DatabaseSync(join(folder.path, SPOOL_FILE));
      database.exec(SPOOL_PRAGMAS + TABLES);
      return new SqliteImportSpool(database, folder);
    } catch (error) {
      await folder.remove();
      throw spoolFault(error, folder.path);
    }
  }
}
