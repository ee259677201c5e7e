import { createHash } from 'node:crypto';
import type { Transform } from 'node:stream';
import { finished } from 'node:stream/promises';
import * as zlib from 'node:zlib';
import { EtalonError } from '../../domain/errors/etalon-error.js';
import type { Compression } from '../../domain/export/compression.js';
import type { StagedFile } from '../files/staged-file.js';

/** Size and hash of what lies on the disk. */
export interface StoredSize {
  readonly bytes: number;
  readonly sha256: string;
}

/** @throws EXPORT_COMPRESSION_UNSUPPORTED when this runtime has none of that kind. */
export function compressorOf(compression: Compression): Transform {
  // The head of a gzip file names neither a time nor a file here, so that the same text gives the same bytes.
  if (compression === 'gzip') return zlib.createGzip();
  const { createZstdCompress } = zlib as { readonly createZstdCompress?: () => Transform };
  if (createZstdCompress !== undefined) return createZstdCompress();
  throw new EtalonError('EXPORT_COMPRESSION_UNSUPPORTED', `Node.js ${process.version} has no ${compression}`, {
    details: { compression, node: process.version },
  });
}

/** A file whose content is compressed on its way, off this thread; it takes the next bytes when it is done with these. */
export class CompressedFile {
  readonly #hash = createHash('sha256');
  #bytes = 0;
  readonly #pumped: Promise<void>;

  constructor(
    private readonly file: StagedFile,
    private readonly compressor: Transform,
  ) {
    this.#pumped = this.#pump();
    // A failure is told by whoever appends or commits next; here it only must not count as unhandled.
    this.#pumped.catch(() => undefined);
  }

  get path(): string {
    return this.file.path;
  }

  get regular(): boolean {
    return this.file.regular;
  }

  async append(bytes: Uint8Array): Promise<void> {
    const taken = new Promise<void>((resolve) => {
      this.compressor.write(bytes, () => {
        resolve();
      });
    });
    await Promise.race([taken, this.#failure()]);
  }

  async commit(): Promise<StoredSize> {
    this.compressor.end();
    await this.#pumped;
    await this.file.commit();
    return { bytes: this.#bytes, sha256: this.#hash.digest('hex') };
  }

  async abort(): Promise<void> {
    this.compressor.destroy();
    await finished(this.compressor).catch(() => undefined);
    await this.#pumped.catch(() => undefined);
    await this.file.abort();
  }

  async #pump(): Promise<void> {
    for await (const chunk of this.compressor as AsyncIterable<Buffer>) {
      this.#hash.update(chunk);
      this.#bytes += chunk.length;
      await this.file.append(chunk);
    }
  }

  /** Never resolves; rejects when what is compressed cannot be written. */
  async #failure(): Promise<never> {
    await this.#pumped;
    return await new Promise<never>(() => undefined);
  }
}
