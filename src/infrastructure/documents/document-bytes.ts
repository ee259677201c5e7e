import { createReadStream } from 'node:fs';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGunzip } from 'node:zlib';

const CHUNK = 256 * 1024;
const GZIP: readonly number[] = [0x1f, 0x8b];
/** So much tells what kind of file it is. */
const HEAD = 4096;

/** The bytes of a file (of standard input for `-`), expanded when its first bytes say that it is gzip. */
export async function* documentBytes(path: string): AsyncGenerator<Buffer> {
  const source: AsyncIterable<Buffer> = path === '-' ? process.stdin : createReadStream(path, { highWaterMark: CHUNK });
  const chunks = source[Symbol.asyncIterator]();
  const head = await headOf(chunks);
  const all = joined(head, chunks);
  yield* GZIP.every((byte, index) => head[index] === byte) ? expanded(all) : all;
}

/** A pipe may give a byte at a time. */
async function headOf(chunks: AsyncIterator<Buffer>): Promise<Buffer> {
  let head: Buffer = Buffer.alloc(0);
  while (head.length < HEAD) {
    const next = await chunks.next();
    if (next.done === true) return head;
    head = Buffer.concat([head, next.value]);
  }
  return head;
}

async function* joined(head: Buffer, rest: AsyncIterator<Buffer>): AsyncGenerator<Buffer> {
  try {
    if (head.length > 0) yield head;
    for (let next = await rest.next(); next.done !== true; next = await rest.next()) yield next.value;
  } finally {
    await rest.return?.();
  }
}

/** Whoever iterates gets the failure of the pipeline: it ends the expander with it. */
async function* expanded(source: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  const expander = createGunzip({ chunkSize: CHUNK });
  const flow = pipeline(Readable.from(source), expander).catch(() => undefined);
  try {
    yield* expander as AsyncIterable<Buffer>;
  } finally {
    expander.destroy();
    await flow;
  }
}
