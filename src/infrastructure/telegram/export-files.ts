import type { Stats } from 'node:fs';
import { readdir, stat } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import { EtalonError } from '../../domain/errors/etalon-error.js';
import { readFault } from '../files/read-fault.js';

/** A file of an export. */
export interface ExportFile {
  readonly path: string;
  /** The name of the folder that it lies in: the channel's handle where it is one. */
  readonly folder: string;
  readonly bytes: number;
}

const NAME = 'result.json';

/**
 * Finds what there is to read under a path: the file itself, or `result.json` in the folder and in its sub-folders (one
 * level), by name.
 *
 * @throws SOURCE_NOT_FOUND, SOURCE_EMPTY, SOURCE_UNREADABLE
 */
export async function exportFiles(path: string): Promise<readonly ExportFile[]> {
  try {
    const given = await stat(path);
    if (!given.isDirectory()) return [describe(path, given.size)];
    const found = await filesIn(path);
    if (found.length === 0) throw empty(path);
    return found;
  } catch (error) {
    throw readFault(error, path);
  }
}

async function filesIn(folder: string): Promise<readonly ExportFile[]> {
  const entries = (await readdir(folder)).sort();
  const candidates = [join(folder, NAME), ...entries.map((entry) => join(folder, entry, NAME))];
  const files: ExportFile[] = [];
  for (const candidate of candidates) {
    const found = await statOrNone(candidate);
    if (found?.isFile() === true) files.push(describe(candidate, found.size));
  }
  return files;
}

/** Entries that are no folders, or folders without an export, are not an error. */
async function statOrNone(path: string): Promise<Stats | undefined> {
  try {
    return await stat(path);
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code;
    if (code === 'ENOENT' || code === 'ENOTDIR' || code === 'ELOOP') return undefined;
    throw error;
  }
}

function describe(path: string, bytes: number): ExportFile {
  return { path, folder: basename(dirname(resolve(path))), bytes };
}

function empty(path: string): EtalonError {
  return new EtalonError('SOURCE_EMPTY', `${path} holds no ${NAME}, and neither does a folder in it.`, {
    details: { path },
  });
}
