import { open } from 'node:fs/promises';
import { EtalonError } from '../../domain/errors/etalon-error.js';
import { JsonFault } from '../json/json-fault.js';
import type { JsonWalker } from '../json/json-walker.js';
import { readFault } from '../files/read-fault.js';

const CHUNK = 512 * 1024;

/**
 * Feeds a file to a walker, a chunk at a time; whoever iterates may stop early. One buffer serves the whole file.
 *
 * @returns the number of bytes of each chunk, after the walker has seen it.
 * @throws SOURCE_MALFORMED with path and byte offset, SOURCE_NOT_FOUND, SOURCE_UNREADABLE.
 */
export async function* walkFile<Role extends string>(path: string, walker: JsonWalker<Role>): AsyncGenerator<number> {
  try {
    for await (const chunk of chunksOf(path)) {
      walker.push(chunk);
      yield chunk.length;
    }
    walker.finish();
  } catch (error) {
    throw error instanceof JsonFault ? malformed(path, error) : readFault(error, path);
  }
}

/** Each chunk is valid until the next one is asked for. */
async function* chunksOf(path: string): AsyncGenerator<Buffer> {
  const file = await open(path, 'r');
  try {
    const buffer = Buffer.allocUnsafeSlow(CHUNK);
    for (;;) {
      const { bytesRead } = await file.read(buffer, 0, CHUNK, null);
      if (bytesRead === 0) return;
      yield buffer.subarray(0, bytesRead);
    }
  } finally {
    await file.close();
  }
}

/** A fault as the user sees it. */
export function malformed(path: string, fault: JsonFault): EtalonError {
  return new EtalonError('SOURCE_MALFORMED', `${path} is broken at byte ${fault.offset}: ${fault.problem}.`, {
    details: { path, offset: fault.offset, problem: fault.problem },
    cause: fault,
  });
}
