import { EtalonError } from '../../domain/errors/etalon-error.js';

/** Primary result codes of SQLite. */
const SQLITE_FULL = 13;
const SQLITE_STORAGE: ReadonlySet<number> = new Set([3, 8, 10, 14]);
const STORAGE_ERRNO: ReadonlySet<string> = new Set([
  'EACCES',
  'EPERM',
  'EROFS',
  'ENOTDIR',
  'ENOENT',
  'EEXIST',
  'EIO',
  'ENAMETOOLONG',
]);

/** Names what the file system or SQLite said while a spool was used; what is no fault of the disk comes back as it is. */
export function spoolFault(error: unknown, folder: string): unknown {
  if (error instanceof EtalonError || !(error instanceof Error)) return error;
  const { code, errcode } = error as { code?: unknown; errcode?: unknown };
  const primary = typeof errcode === 'number' ? errcode & 0xff : 0;
  const details = { path: folder, reason: error.message };
  if (primary === SQLITE_FULL || code === 'ENOSPC' || code === 'EDQUOT')
    return new EtalonError('DISK_FULL', `The disk that holds ${folder} is full.`, { details, cause: error });
  const storage = SQLITE_STORAGE.has(primary) || (typeof code === 'string' && STORAGE_ERRNO.has(code));
  if (!storage) return error;
  return new EtalonError('DATA_DIR_UNUSABLE', `${folder} cannot be created or written: ${error.message}`, {
    details,
    cause: error,
  });
}

/** Runs work on a spool and names its faults. */
export function withSpoolFaults<T>(folder: string, work: () => T): T {
  try {
    return work();
  } catch (error) {
    throw spoolFault(error, folder);
  }
}
