import type { BigIntStats } from 'node:fs';
import { constants } from 'node:fs';
import type { FileHandle } from 'node:fs/promises';
import { lstat, open } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { EtalonError } from '../../domain/errors/etalon-error.js';
import { errnoOf } from './write-errors.js';

// Neither follows a link that appears in the last moment, nor waits for whoever writes into a pipe.
const FLAGS = constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK;

/**
 * Opens a file that somebody else named, by its name in a folder: only a plain file, never through a link.
 *
 * @returns nothing when there is none.
 * @throws EXPORT_FILE_UNSAFE for a link, a folder, a device or a pipe; FILE_READ_FAILED.
 */
export async function openRegular(folder: string, name: string): Promise<FileHandle | undefined> {
  const path = join(folder, name);
  if (basename(path) !== name || name.includes('\0')) throw unsafe(path, 'is no name of a file in the folder');
  try {
    assertPlain(path, await lstat(path, { bigint: true }));
    return await openPlain(path);
  } catch (error) {
    const code = errnoOf(error);
    if (code === 'ENOENT' || code === 'ENOTDIR') return undefined;
    if (code === 'ELOOP') throw unsafe(path, 'is a link');
    throw code === undefined ? error : readFailed(path, code, error);
  }
}

async function openPlain(path: string): Promise<FileHandle> {
  const handle = await open(path, FLAGS);
  try {
    assertPlain(path, await handle.stat({ bigint: true }));
    return handle;
  } catch (error) {
    await handle.close();
    throw error;
  }
}

function assertPlain(path: string, stats: BigIntStats): void {
  if (stats.isSymbolicLink()) throw unsafe(path, 'is a link');
  if (stats.isDirectory()) throw unsafe(path, 'is a folder');
  if (!stats.isFile()) throw unsafe(path, 'is a device or a pipe');
}

function unsafe(path: string, why: string): EtalonError {
  return new EtalonError('EXPORT_FILE_UNSAFE', `${path} ${why}`, { details: { path } });
}

/** What to throw for a file that is there and that the system does not let be read. */
export function readFailed(path: string, errno: string, cause: unknown): EtalonError {
  return new EtalonError('FILE_READ_FAILED', `Cannot read ${path} (${errno})`, { details: { path, errno }, cause });
}
