import { open } from 'node:fs/promises';
import { Readable, pipeline, type Transform } from 'node:stream';
import * as zlib from 'node:zlib';
import { EtalonError } from '../../domain/errors/etalon-error.js';

const GZIP = Buffer.from([0x1f, 0x8b]);
const ZSTD = Buffer.from([0x28, 0xb5, 0x2f, 0xfd]);
/** In Node 22.15 and later. */
const { createZstdDecompress } = zlib as { readonly createZstdDecompress?: () => Transform };

/**
 * The bytes of a file as they were before it was packed: gzip and zstd are known by their first bytes, whatever the name.
 *
 * @throws BENCHMARK_DATASET_INVALID for zstd on a runtime that cannot unpack it; what opening the file throws.
 */
export async function unpacked(path: string, bytes: AsyncIterable<Buffer>): Promise<AsyncIterable<Buffer>> {
  const head = await headOf(path);
  if (head.subarray(0, GZIP.length).equals(GZIP)) return through(bytes, zlib.createGunzip());
  if (!head.equals(ZSTD)) return bytes;
  if (createZstdDecompress !== undefined) return through(bytes, createZstdDecompress());
  throw new EtalonError('BENCHMARK_DATASET_INVALID', `${path} is packed with zstd, which this Node cannot unpack.`, {
    details: { path, compression: 'zstd' },
    hint: 'Unpack it first (`zstd -d FILE`), pack it with gzip, or run etalon on Node 22.15 or later.',
  });
}

function through(bytes: AsyncIterable<Buffer>, unpacker: Transform): AsyncIterable<Buffer> {
  // What fails on either side is thrown where the unpacked bytes are read.
  pipeline(Readable.from(bytes), unpacker, () => undefined);
  return unpacker;
}

async function headOf(path: string): Promise<Buffer> {
  const file = await open(path);
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(ZSTD.length), 0, ZSTD.length, 0);
    return buffer.subarray(0, bytesRead);
  } finally {
    await file.close();
  }
}
