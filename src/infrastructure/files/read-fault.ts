import { EtalonError } from '../../domain/errors/etalon-error.js';

/** Names what a file system call said about a file that is read; errors that already have a name stay. */
export function readFault(error: unknown, path: string): unknown {
  if (error instanceof EtalonError) return error;
  const code = (error as NodeJS.ErrnoException).code;
  if (code === undefined) return error;
  const details = { path, reason: code };
  if (code === 'ENOENT' || code === 'ENOTDIR')
    return new EtalonError('SOURCE_NOT_FOUND', `${path} does not exist.`, { details, cause: error });
  if (code === 'EISDIR') return isFolder(path, error);
  return new EtalonError('SOURCE_UNREADABLE', `${path} cannot be read (${code}).`, { details, cause: error });
}

function isFolder(path: string, cause: unknown): EtalonError {
  const details = { path, reason: 'EISDIR' };
  const hint = 'Name the files in it, such as FOLDER/*.json.';
  return new EtalonError('SOURCE_UNREADABLE', `${path} is a folder, not a file.`, { details, hint, cause });
}
