import { mkdir, rmdir, stat } from 'node:fs/promises';
import { dirname } from 'node:path';
import { errnoOf } from './write-errors.js';

/**
 * Makes a folder and those above it that are missing. (The runtime's own recursive `mkdir` never returns where a file
 * system refuses new entries with ENOENT, as `/proc` does.)
 *
 * @returns the folders that it made, the lowest first.
 */
export async function makeFolders(folder: string): Promise<readonly string[]> {
  const missing = await missingFrom(folder);
  try {
    for (const path of [...missing].reverse()) await makeFolder(path);
  } catch (error) {
    await removeFolders(missing);
    throw error;
  }
  return missing;
}

async function makeFolder(path: string): Promise<void> {
  try {
    await mkdir(path);
  } catch (error) {
    // Another process was quicker: the folder is there, which is all that counts.
    if (errnoOf(error) !== 'EEXIST') throw error;
  }
}

/** Removes folders, the lowest first, as far as they are empty. */
export async function removeFolders(folders: readonly string[]): Promise<void> {
  for (const path of folders) {
    // One that was never made, or that somebody else put a file into meanwhile, is left as it is.
    await rmdir(path).catch(() => undefined);
  }
}

/** The folder itself, or the lowest one above it that is there. */
export async function lowestFolder(folder: string): Promise<string> {
  const highest = (await missingFrom(folder)).at(-1);
  return highest === undefined ? folder : dirname(highest);
}

async function missingFrom(folder: string): Promise<readonly string[]> {
  const missing: string[] = [];
  for (let path = folder; !(await exists(path)); path = dirname(path)) missing.push(path);
  return missing;
}

async function exists(path: string): Promise<boolean> {
  try {
    await stat(path);
    return true;
  } catch (error) {
    if (errnoOf(error) === 'ENOENT' && path !== dirname(path)) return false;
    throw error;
  }
}
