import { isUtf8 } from 'node:buffer';
import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { utf8Text } from '../text/utf8-text.js';
import { unpacked } from './unpacked.js';

/** A line of a file without its newline, and its number from 1. */
export interface RawLine {
  readonly line: number;
  /** `undefined` where the bytes are not UTF-8. */
  readonly text: string | undefined;
}

/** A line that is longer than any record can be. */
export class LineTooLongError extends Error {
  override readonly name = 'LineTooLongError';

  constructor(readonly line: number) {
    super(`is longer than ${MOST_LINE_BYTES} bytes`);
  }
}

const CHUNK_BYTES = 256 * 1024;
const MOST_LINE_BYTES = 64 * 1024 * 1024;
const NEWLINE = 0x0a;

/**
 * Reads a file line by line and hashes every byte on the way; memory holds one chunk and one line. A file that was packed
 * with gzip (or zstd, where the runtime knows it) is unpacked on the way; the hash is that of the file as it lies there.
 */
export class LineReader {
  readonly #hash = createHash('sha256');
  #rest: Buffer[] = [];
  #restBytes = 0;
  #line = 0;

  constructor(private readonly path: string) {}

  async *lines(): AsyncIterable<readonly RawLine[]> {
    for await (const chunk of await unpacked(this.path, this.#hashed())) yield this.#split(chunk);
    if (this.#restBytes > 0) yield this.#decoded(this.#takeRest(Buffer.alloc(0)));
  }

  /** SHA-256 of the file; call it once, after the last line. */
  sha256(): string {
    return this.#hash.digest('hex');
  }

  async *#hashed(): AsyncGenerator<Buffer> {
    for await (const chunk of createReadStream(this.path, { highWaterMark: CHUNK_BYTES })) {
      this.#hash.update(chunk as Buffer);
      yield chunk as Buffer;
    }
  }

  /** The lines that end in a chunk. */
  #split(chunk: Buffer): readonly RawLine[] {
    const end = chunk.lastIndexOf(NEWLINE);
    if (end < 0) {
      this.#keep(chunk);
      return [];
    }
    const whole = this.#takeRest(chunk.subarray(0, end));
    if (end + 1 < chunk.length) this.#keep(Buffer.from(chunk.subarray(end + 1)));
    return this.#decoded(whole);
  }

  /** Decodes lines together: that takes a fraction of the time that decoding each takes. */
  #decoded(bytes: Buffer): readonly RawLine[] {
    const texts = isUtf8(bytes) ? utf8Text(bytes).split('\n') : decodedAlone(bytes);
    return texts.map((text) => ({ line: (this.#line += 1), text }));
  }

  #keep(bytes: Buffer): void {
    this.#restBytes += bytes.length;
    if (this.#restBytes > MOST_LINE_BYTES) throw new LineTooLongError(this.#line + 1);
    this.#rest.push(bytes);
  }

  #takeRest(end: Buffer): Buffer {
    const bytes = this.#restBytes === 0 ? end : Buffer.concat([...this.#rest, end]);
    this.#rest = [];
    this.#restBytes = 0;
    return bytes;
  }
}

function decodedAlone(bytes: Buffer): readonly (string | undefined)[] {
  const texts: (string | undefined)[] = [];
  for (let start = 0; start <= bytes.length;) {
    const found = bytes.indexOf(NEWLINE, start);
    const line = bytes.subarray(start, found < 0 ? bytes.length : found);
    texts.push(isUtf8(line) ? utf8Text(line) : undefined);
    start = found < 0 ? bytes.length + 1 : found + 1;
  }
  return texts;
}
