import { write } from 'node:fs';
import { stat } from 'node:fs/promises';
import { promisify } from 'node:util';

const NAMES: Readonly<Record<string, number>> = { '/dev/stdout': 1, '/dev/stderr': 2 };
const NUMBERED = /^\/(?:dev|proc\/self)\/fd\/(\d{1,6})$/;
const writeTo = promisify(write);

/** What bytes are written through. */
export interface ByteSink {
  write(bytes: Uint8Array, offset: number, length: number): Promise<{ readonly bytesWritten: number }>;
  sync(): Promise<void>;
  datasync(): Promise<void>;
  close(): Promise<void>;
}

/**
 * The descriptor that a path names (`/dev/stdout`, `/dev/fd/N`), where a shell has led it to a file: opening the path would
 * begin that file anew, while the descriptor stands where the next byte belongs. `undefined` for all else.
 */
export async function namedDescriptor(path: string): Promise<number | undefined> {
  const descriptor = NAMES[path] ?? NUMBERED.exec(path)?.[1];
  if (descriptor === undefined) return undefined;
  const isFile = await stat(path).then(
    (found) => found.isFile(),
    () => false,
  );
  return isFile ? Number(descriptor) : undefined;
}

/** Writes on where a descriptor stands; whoever opened it closes it. */
export function descriptorSink(descriptor: number): ByteSink {
  const nothing = () => Promise.resolve();
  const append = (bytes: Uint8Array, offset: number, length: number) =>
    writeTo(descriptor, bytes, offset, length, null);
  return { write: append, sync: nothing, datasync: nothing, close: nothing };
}
