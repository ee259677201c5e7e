import { readFile } from 'node:fs/promises';
import type { FilePublisher } from '../../application/ports/publisher.port.js';
import { EtalonError } from '../../domain/errors/etalon-error.js';
import { StagedFile } from './staged-file.js';
import { errnoOf } from './write-errors.js';

/** Publishes small files whole or not at all: temp, fsync, rename, fsync of the folder. */
export class AtomicFilePublisher implements FilePublisher {
  /** @throws FILE_WRITE_FAILED, DISK_FULL */
  async publish(path: string, content: string): Promise<void> {
    const file = await StagedFile.open(path);
    try {
      await file.append(Buffer.from(content, 'utf8'));
    } catch (error) {
      await file.abort();
      throw error;
    }
    await file.commit();
  }

  /** @throws FILE_READ_FAILED when the file is there and cannot be read. */
  async read(path: string): Promise<string | undefined> {
    try {
      return await readFile(path, 'utf8');
    } catch (error) {
      const code = errnoOf(error);
      if (code === 'ENOENT' || code === 'ENOTDIR') return undefined;
      throw code === undefined ? error : readError(path, code, error);
    }
  }
}

function readError(path: string, code: string, cause: unknown): EtalonError {
  return new EtalonError('FILE_READ_FAILED', `Cannot read ${path} (${code})`, {
    details: { path, errno: code },
    cause,
  });
}
