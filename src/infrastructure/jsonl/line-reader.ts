import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import type { RawLine } from './line-splitter.js';
import { LineSplitter } from './line-splitter.js';

const CHUNK_BYTES = 256 * 1024;

/** Reads a file line by line and hashes every byte on the way; memory holds one chunk and one line. */
export class LineReader {
  readonly #hash = createHash('sha256');
  readonly #splitter = new LineSplitter();

  constructor(private readonly path: string) {}

  async *lines(): AsyncIterable<readonly RawLine[]> {
    for await (const chunk of createReadStream(this.path, { highWaterMark: CHUNK_BYTES })) {
      this.#hash.update(chunk as Buffer);
      yield this.#splitter.split(chunk as Buffer);
    }
    yield this.#splitter.last();
  }

  /** SHA-256 of the file; call it once, after the last line. */
  sha256(): string {
    return this.#hash.digest('hex');
  }
}
