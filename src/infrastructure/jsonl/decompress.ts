import type { FileHandle } from 'node:fs/promises';
import type { Transform } from 'node:stream';
import * as zlib from 'node:zlib';

const MAGICS = { gzip: [0x1f, 0x8b], zstd: [0x28, 0xb5, 0x2f, 0xfd] } as const;

/** Zstandard came to the runtime with Node 22.15. */
const { createZstdDecompress } = zlib as { readonly createZstdDecompress?: () => Transform };

/**
 * What turns a compressed file back into lines, chosen by how the file begins.
 *
 * @returns the transformation, or why there is none.
 */
export async function decompressorFor(handle: FileHandle): Promise<Transform | string> {
  const head = Buffer.alloc(4);
  await handle.read(head, 0, head.length, 0);
  if (begins(head, MAGICS.gzip)) return zlib.createGunzip();
  if (!begins(head, MAGICS.zstd)) return 'it is not compressed with gzip or zstd, as the manifest says';
  return createZstdDecompress?.() ?? 'this Node cannot read zstd: version 22.15 or later can';
}

function begins(head: Buffer, magic: readonly number[]): boolean {
  return magic.every((byte, index) => head[index] === byte);
}
