import { closeSync, openSync, readSync, statSync } from 'node:fs';
import { EtalonError } from '../../../domain/errors/etalon-error.js';

const HEADER_BYTES = 100;
const MAGIC = 'SQLite format 3\0';

/**
 * Finds at once, without reading the whole file, that it is no database or that its end is missing. The layout of the
 * header is https://www.sqlite.org/fileformat.html#the_database_header. An empty file is a database without tables.
 *
 * @throws STORE_CORRUPT, STORE_READ_ONLY when it may not be read
 */
export function assertWholeFile(file: string): void {
  const size = statSync(file).size;
  if (size === 0) return;
  const header = readHeader(file);
  if (header.toString('latin1', 0, MAGIC.length) !== MAGIC) throw corrupt(file, 'it is not a database');
  if (hasLog(file)) return;
  const expected = pageSizeOf(header) * header.readUInt32BE(28);
  const sizeIsKnown = header.readUInt32BE(24) === header.readUInt32BE(92);
  if (sizeIsKnown && size < expected) throw corrupt(file, `${size} of ${expected} bytes are there`);
}

/** Is there a write-ahead log whose pages count beside those of the file? */
export function hasLog(file: string): boolean {
  return (statSync(`${file}-wal`, { throwIfNoEntry: false })?.size ?? 0) > 0;
}

function pageSizeOf(header: Buffer): number {
  const stored = header.readUInt16BE(16);
  return stored === 1 ? 65_536 : stored;
}

function readHeader(file: string): Buffer {
  const header = Buffer.alloc(HEADER_BYTES);
  const descriptor = openForReading(file);
  try {
    readSync(descriptor, header, 0, HEADER_BYTES, 0);
  } finally {
    closeSync(descriptor);
  }
  return header;
}

function openForReading(file: string): number {
  try {
    return openSync(file, 'r');
  } catch (cause) {
    throw new EtalonError('STORE_READ_ONLY', `${file} may not be read.`, { details: { file }, cause });
  }
}

function corrupt(file: string, problem: string): EtalonError {
  return new EtalonError('STORE_CORRUPT', `${file} is damaged: ${problem}.`, { details: { file, problem } });
}
