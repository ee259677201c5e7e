import { rm } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import type { FolderLock } from '../../application/ports/folder-lock.port.js';
import type { IdGenerator } from '../../application/ports/id-generator.port.js';
import { EtalonError } from '../../domain/errors/etalon-error.js';
import type { LockFileOwner } from './lock-file.js';
import { takeLockFile } from './lock-file.js';
import { makeFolders, removeFolders } from './make-folders.js';
import { errnoOf, writeError } from './write-errors.js';

const LOCK_FILE = '.etalon.lock';
const PAUSE_MS = 50;

/** Locks folders by a file in them; what is done under such a lock takes moments. */
export class LockFileFolderLock implements FolderLock {
  /** @param patienceMs how long to wait for another process, in milliseconds. */
  constructor(
    private readonly ids: IdGenerator,
    private readonly patienceMs = 30_000,
  ) {}

  async hold<T>(folder: string, work: () => Promise<T>): Promise<T> {
    const path = join(resolve(folder), LOCK_FILE);
    const made = await withCodes(folder, () => makeFolders(resolve(folder)));
    try {
      await withCodes(path, () => this.#take(path));
      return await work().finally(() => rm(path, { force: true }));
    } finally {
      await removeFolders(made);
    }
  }

  async #take(path: string): Promise<void> {
    const token = this.ids.next('files').replace(/[^\w-]/g, '-');
    for (let waited = 0; ; waited += PAUSE_MS) {
      const taken = await takeInFolder(path, token);
      if (taken === undefined) return;
      if (waited >= this.patienceMs) throw refusal(path, taken.holder);
      await setTimeout(PAUSE_MS);
    }
  }
}

/** Whoever made the folder takes it away again when nothing was put into it, perhaps just now. */
async function takeInFolder(path: string, token: string): ReturnType<typeof takeLockFile> {
  try {
    return await takeLockFile(path, token);
  } catch (error) {
    if (errnoOf(error) !== 'ENOENT') throw error;
    // Those above it may go at this very moment as well: the next try makes them anew.
    await makeFolders(dirname(path)).catch((failure: unknown) => {
      if (errnoOf(failure) !== 'ENOENT') throw failure;
    });
    return { holder: null };
  }
}

async function withCodes<T>(path: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    throw writeError(path, error);
  }
}

function refusal(path: string, holder: LockFileOwner | null): EtalonError {
  const who = holder === null ? 'Another process' : `Process ${holder.pid} on ${holder.host}`;
  const { host = null, pid = null } = holder ?? {};
  return new EtalonError('FOLDER_LOCKED', `${who} holds ${path}`, { details: { path, host, pid } });
}
