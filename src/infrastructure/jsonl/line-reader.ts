import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';

/** A line of a file as bytes, without its newline, and its number from 1. */
export interface RawLine {
  readonly line: number;
  readonly bytes: Buffer;
}

const CHUNK_BYTES = 256 * 1024;
const NEWLINE = 0x0a;

/** Reads a file line by line and hashes every byte on the way; memory holds one chunk and one line. */
export class LineReader {
  readonly #hash = createHash('sha256');
  #rest: Buffer[] = [];
  #line = 0;

  constructor(private readonly path: string) {}

  async *lines(): AsyncIterable<readonly RawLine[]> {
    for await (const chunk of createReadStream(this.path, { highWaterMark: CHUNK_BYTES })) {
      this.#hash.update(chunk as Buffer);
      yield this.#split(chunk as Buffer);
    }
    if (this.#rest.length > 0) yield [this.#completed(Buffer.alloc(0))];
  }

  /** SHA-256 of the file; call it once, after the last line. */
  sha256(): string {
    return this.#hash.digest('hex');
  }

  #split(chunk: Buffer): readonly RawLine[] {
    const lines: RawLine[] = [];
    let start = 0;
    for (let end = chunk.indexOf(NEWLINE); end >= 0; end = chunk.indexOf(NEWLINE, start)) {
      lines.push(this.#completed(chunk.subarray(start, end)));
      start = end + 1;
    }
    if (start < chunk.length) this.#rest.push(Buffer.from(chunk.subarray(start)));
    return lines;
  }

  #completed(end: Buffer): RawLine {
    const bytes = this.#rest.length === 0 ? end : Buffer.concat([...this.#rest, end]);
    this.#rest = [];
    this.#line += 1;
    return { line: this.#line, bytes };
  }
}
