import { constants } from 'node:fs';
import { copyFile, link, readFile, rm, writeFile } from 'node:fs/promises';
import { canonicalJson } from '../../domain/shared/canonical-json.js';
import type { ProcessIdentity } from '../system/process-identity.js';
import { currentProcess, isDead } from '../system/process-identity.js';
import { temporaryName } from './temporary-name.js';
import { errnoOf } from './write-errors.js';

/** Who holds a lock file. */
export interface LockFileOwner extends ProcessIdentity {
  /** Tells two locks of one process apart; letters, digits and dashes. */
  readonly token: string;
}

/**
 * Takes a lock file if nobody living has it. The file appears with its content at once (a hard link to a finished file),
 * so nobody ever reads half an owner.
 *
 * A dead owner's file is removed under a second lock that bears its token: only one process at a time may decide about
 * that very file, and whoever comes later finds another token in it and keeps its hands off.
 *
 * @returns nothing when it was taken, else who has it (`null` when the file does not say).
 */
export async function takeLockFile(path: string, token: string): Promise<{ holder: LockFileOwner | null } | undefined> {
  const owner: LockFileOwner = { ...currentProcess(), token };
  if (await create(path, owner)) return undefined;
  const holder = await ownerOf(path);
  if (holder !== null && isDead(holder)) await removeDead(path, holder, token);
  return (await create(path, owner)) ? undefined : { holder };
}

async function removeDead(path: string, dead: LockFileOwner, token: string): Promise<void> {
  const decision = `${path}.${dead.token}`;
  if ((await takeLockFile(decision, token)) !== undefined) return;
  try {
    if ((await ownerOf(path))?.token === dead.token) await rm(path, { force: true });
  } finally {
    await rm(decision, { force: true });
  }
}

async function create(path: string, owner: LockFileOwner): Promise<boolean> {
  const finished = temporaryName(path);
  await writeFile(finished, canonicalJson({ ...owner }), { flag: 'wx' });
  try {
    await linkOrCopy(finished, path);
    return true;
  } catch (error) {
    if (errnoOf(error) === 'EEXIST') return false;
    throw error;
  } finally {
    await rm(finished, { force: true });
  }
}

async function linkOrCopy(from: string, to: string): Promise<void> {
  try {
    await link(from, to);
  } catch (error) {
    // File systems without hard links (FAT, some shares): there the content comes a moment after the name.
    if (!['EPERM', 'ENOTSUP', 'ENOSYS'].includes(errnoOf(error) ?? '')) throw error;
    await copyFile(from, to, constants.COPYFILE_EXCL);
  }
}

async function ownerOf(path: string): Promise<LockFileOwner | null> {
  try {
    const found = JSON.parse(await readFile(path, 'utf8')) as Partial<LockFileOwner> | null;
    const named = typeof found?.pid === 'number' && /^[\w-]+$/.test(String(found.token));
    return named ? (found as LockFileOwner) : null;
  } catch {
    return null;
  }
}
