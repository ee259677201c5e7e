import { join } from 'node:path';
import type { Clock } from '../../application/ports/clock.port.js';
import type { SeedSpool, SeedSpoolFactory } from '../../application/ports/post-spool.port.js';
import { openSpoolDatabase } from './spool-database.js';
import { spoolFault } from './spool-faults.js';
import { SPOOL_FILE, SpoolFolder } from './spool-folder.js';
import { SqliteSeedSpool } from './sqlite-seed-spool.js';

/** Makes spools under `<dataDir>/tmp`; the data folder is made when the first one is opened, not before. */
export class SqliteSeedSpoolFactory implements SeedSpoolFactory {
  constructor(
    private readonly dataDir: string,
    private readonly clock: Clock,
  ) {}

  /** @throws DATA_DIR_UNUSABLE, DISK_FULL */
  async open(): Promise<SeedSpool> {
    const folder = await SpoolFolder.make(this.dataDir, this.clock.now());
    try {
      return new SqliteSeedSpool(openSpoolDatabase(join(folder.path, SPOOL_FILE)), folder);
    } catch (error) {
      await folder.remove();
      throw spoolFault(error, folder.path);
    }
  }
}
