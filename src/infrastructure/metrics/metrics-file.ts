import { mkdir, open, rename, rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import { EtalonError } from '../../domain/errors/etalon-error.js';

/**
 * Writes metrics where a collector of text files reads them: whole or not at all.
 *
 * @throws FILE_WRITE_FAILED, DISK_FULL
 */
export async function writeMetricsFile(path: string, exposition: string): Promise<void> {
  const temporary = `${path}.${process.pid}.tmp`;
  try {
    await mkdir(dirname(path), { recursive: true });
    await writeDurably(temporary, exposition);
    await rename(temporary, path);
  } catch (cause) {
    await rm(temporary, { force: true }).catch(() => undefined);
    throw writeFailure(path, cause);
  }
}

async function writeDurably(path: string, text: string): Promise<void> {
  const file = await open(path, 'w');
  try {
    await file.writeFile(text, 'utf8');
    await file.sync();
  } finally {
    await file.close();
  }
}

function writeFailure(path: string, cause: unknown): EtalonError {
  const errno = cause instanceof Error && 'code' in cause ? String(cause.code) : 'unknown';
  const code = errno === 'ENOSPC' ? 'DISK_FULL' : 'FILE_WRITE_FAILED';
  return new EtalonError(code, `The metrics file ${path} could not be written (${errno}).`, {
    details: { path, errno },
    cause,
  });
}
