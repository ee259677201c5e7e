import { mkdtemp, readdir, rm, stat } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import type { Instant } from '../../domain/time/instant.js';
import { makeFolders, removeFolders } from '../files/make-folders.js';
import type { SpoolPurpose } from './spool-owner.js';
import { folderPrefix, isOrphaned, isSpool } from './spool-owner.js';
import { spoolFault } from './spool-faults.js';

/** Another run that ends may take the folder away between two steps of this one. */
const ATTEMPTS = 5;

const ABANDONED_AFTER_MS = 24 * 3_600_000;

/** The folder of one spool, and what it took to make it. */
export class SpoolFolder {
  private constructor(
    readonly path: string,
    private readonly made: readonly string[],
  ) {}

  /**
   * Makes a folder of its own under `<dataDir>/tmp`; sweeps those of runs that were killed.
   *
   * @param now - tells leftovers of other systems by their age.
   * @throws DATA_DIR_UNUSABLE, DISK_FULL
   */
  static async make(dataDir: string, now: Instant, purpose: SpoolPurpose = 'seed'): Promise<SpoolFolder> {
    const parent = join(resolve(dataDir), 'tmp');
    for (let attempt = 1; ; attempt++) {
      try {
        return await SpoolFolder.#makeIn(parent, now, purpose);
      } catch (error) {
        const vanished = (error as NodeJS.ErrnoException).code === 'ENOENT';
        if (!vanished || attempt === ATTEMPTS) throw spoolFault(error, parent);
      }
    }
  }

  static async #makeIn(parent: string, now: Instant, purpose: SpoolPurpose): Promise<SpoolFolder> {
    const made = await makeFolders(parent);
    await sweep(parent, now);
    return new SpoolFolder(await mkdtemp(join(parent, folderPrefix(purpose))), made);
  }

  /** Removes the folder, and those that were made for it as far as they are empty. */
  async remove(): Promise<void> {
    await rm(this.path, { recursive: true, force: true });
    await removeFolders(this.made);
  }
}

/** Spools of other systems cannot be asked about; a day without a write is long enough. */
async function sweep(parent: string, now: Instant): Promise<void> {
  for (const name of await readdir(parent)) {
    if (!isSpool(name)) continue;
    const path = join(parent, name);
    if (isOrphaned(name) || (await isAbandoned(path, now))) await rm(path, { recursive: true, force: true });
  }
}

async function isAbandoned(folder: string, now: Instant): Promise<boolean> {
  try {
    const { mtimeMs } = await stat(join(folder, SPOOL_FILE)).catch(() => stat(folder));
    return now - mtimeMs > ABANDONED_AFTER_MS;
  } catch {
    return false;
  }
}

/** The database inside the folder. */
export const SPOOL_FILE = 'spool.db';
