import { isUtf8 } from 'node:buffer';
import { createHash } from 'node:crypto';
import type { FileHandle } from 'node:fs/promises';
import { pipeline } from 'node:stream';
import type { Transform } from 'node:stream';
import type { ExportFileReading, TextLine } from '../../application/ports/export-folders.port.js';
import type { ManifestFile } from '../../domain/export/export-manifest.js';
import type { FoundFile } from '../../domain/export/verify/found-file.js';
import { LINES_PER_BLOCK } from '../../domain/export/verify/manifest-faults.js';
import { readFailed } from '../files/open-regular.js';
import { errnoOf } from '../files/write-errors.js';
import { decompressorFor } from './decompress.js';
import { LineDigest } from './line-digest.js';
import type { RawLine } from './line-splitter.js';
import { LineSplitter } from './line-splitter.js';

const CHUNK_BYTES = 256 * 1024;
/** A document has 16 MiB at most; escapes make six bytes of one. */
const LONGEST_LINE = 128 * 1024 * 1024;

/** One pass over an open file: hashes it as it lies there, and its lines with their blocks once they are uncompressed. */
export class DiskExportFileReading implements ExportFileReading {
  readonly #raw = createHash('sha256');
  readonly #content = new LineDigest();
  readonly #splitter = new LineSplitter();
  #bytes = 0;
  #contentBytes = 0;
  #ended = true;
  #fault: string | null = null;

  /** @param uncompressed what the manifest states; `null` for a file that is not compressed. */
  constructor(
    private readonly handle: FileHandle,
    private readonly path: string,
    private readonly uncompressed: ManifestFile['uncompressed'],
  ) {}

  async *[Symbol.asyncIterator](): AsyncIterator<readonly TextLine[]> {
    try {
      for await (const piece of this.#pieces()) {
        yield this.#lines(piece).map(toText);
        if (this.#isTooMuch()) break;
      }
      yield this.#splitter.last().map(toText);
    } catch (error) {
      this.#fault = faultOf(error) ?? raise(this.path, error);
    }
  }

  async close(): Promise<void> {
    await this.handle.close();
  }

  found(): FoundFile {
    const { sha256, blocks } = this.#content.finish();
    const content = { bytes: this.#contentBytes, sha256 };
    const counts = { bytes: this.#bytes, lines: this.#splitter.lines, ended: this.#ended, fault: this.#fault };
    return { ...counts, sha256: this.#raw.digest('hex'), content, blocks };
  }

  async *#pieces(): AsyncGenerator<Buffer> {
    const decompressor = this.uncompressed && (await decompressorFor(this.handle));
    if (decompressor === null) yield* this.#rawPieces();
    else if (typeof decompressor === 'string') this.#fault = decompressor;
    else yield* this.#decompressed(decompressor);
  }

  async *#decompressed(decompressor: Transform): AsyncGenerator<Buffer> {
    // Errors come out of the last stream, where they are awaited.
    pipeline(this.#rawPieces(), decompressor, () => undefined);
    for await (const piece of decompressor) yield piece as Buffer;
  }

  async *#rawPieces(): AsyncGenerator<Buffer> {
    for (;;) {
      const buffer = Buffer.allocUnsafe(CHUNK_BYTES);
      const { bytesRead } = await this.handle.read(buffer, 0, CHUNK_BYTES, this.#bytes);
      if (bytesRead === 0) return;
      const piece = buffer.subarray(0, bytesRead);
      this.#raw.update(piece);
      this.#bytes += bytesRead;
      yield piece;
    }
  }

  #lines(piece: Buffer): readonly RawLine[] {
    const ends: number[] = [];
    const lines = this.#splitter.split(piece, (line, end) => {
      if (line % LINES_PER_BLOCK === 0) ends.push(end);
    });
    this.#content.update(piece, ends);
    this.#contentBytes += piece.length;
    this.#ended = this.#splitter.open === 0;
    return lines;
  }

  #isTooMuch(): boolean {
    if (this.#contentBytes > (this.uncompressed?.bytes ?? Infinity))
      this.#fault = `uncompressed it is larger than the ${this.uncompressed?.bytes ?? 0} bytes that the manifest states`;
    else if (this.#splitter.open > LONGEST_LINE)
      this.#fault = `line ${this.#splitter.lines + 1} is longer than ${LONGEST_LINE} bytes`;
    return this.#fault !== null;
  }
}

function toText({ line, bytes }: RawLine): TextLine {
  return { line, text: bytes.toString('utf8'), valid: isUtf8(bytes) };
}

/** Damaged compression is a fault of the file. */
function faultOf(error: unknown): string | undefined {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  return /^(?:Z_|ZSTD_)/.test(code) ? `it cannot be uncompressed to its end (${code})` : undefined;
}

function raise(path: string, error: unknown): never {
  const errno = errnoOf(error);
  throw errno === undefined ? error : readFailed(path, errno, error);
}
