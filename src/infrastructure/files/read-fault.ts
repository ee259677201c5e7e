import { EtalonError } from '../../domain/errors/etalon-error.js';

/** Names what a file system call said about a file that is read; errors that already have a name stay. */
export function readFault(error: unknown, path: string): unknown {
  if (error instanceof EtalonError) return error;
  const code = (error as NodeJS.ErrnoException).code;
  if (code === undefined) return error;
  const details = { path, reason: code };
  if (code === 'ENOENT' || code === 'ENOTDIR')
    return new EtalonError('SOURCE_NOT_FOUND', `${path} does not exist.`, { details, cause: error });
  return new EtalonError('SOURCE_UNREADABLE', `${path} cannot be read (${code}).`, { details, cause: error });
}
