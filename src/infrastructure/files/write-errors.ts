import { EtalonError } from '../../domain/errors/etalon-error.js';

const FULL = new Set(['ENOSPC', 'EDQUOT']);

const HINTS: Readonly<Record<string, string>> = {
  EACCES: 'Choose a folder that you may write, or change its permissions.',
  EPERM: 'Choose a folder that you may write, or change its permissions.',
  EROFS: 'The file system is mounted read-only: choose another folder.',
  ENOTDIR: 'A part of the path is a file, not a folder: choose another path.',
  EEXIST: 'A part of the path is a file, not a folder: choose another path.',
  EISDIR: 'The path is a folder: name a file in it.',
  ENAMETOOLONG: 'Choose a shorter path.',
  EPIPE: 'Whoever read the output has stopped.',
  EFBIG: 'The file is larger than the limit of the file system or of the process allows.',
};

/**
 * What to throw for a failed write: DISK_FULL or FILE_WRITE_FAILED with the path for what the file system says; anything
 * else as it is, for that is a defect.
 */
export function writeError(path: string, cause: unknown): unknown {
  const code = errnoOf(cause);
  if (code === undefined) return cause;
  if (FULL.has(code)) return new EtalonError('DISK_FULL', `No space left for ${path}`, { details: { path }, cause });
  const hint = HINTS[code];
  return new EtalonError('FILE_WRITE_FAILED', `Cannot write ${path} (${code})`, {
    details: { path, errno: code },
    ...(hint === undefined ? {} : { hint }),
    cause,
  });
}

/** The name of the system's error (`ENOENT`), if it is one. */
export function errnoOf(error: unknown): string | undefined {
  const code = error instanceof Error && 'code' in error && 'errno' in error ? error.code : undefined;
  return typeof code === 'string' ? code : undefined;
}
