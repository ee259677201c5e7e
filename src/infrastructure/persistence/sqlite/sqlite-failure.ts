import type { ErrorCode } from '../../../domain/errors/error-catalogue.js';
import type { ErrorExtras } from '../../../domain/errors/etalon-error.js';
import { EtalonError } from '../../../domain/errors/etalon-error.js';

interface Failure {
  readonly code: ErrorCode;
  readonly what: string;
  readonly hint?: string;
}

const BUSY: Failure = {
  code: 'STORE_UNAVAILABLE',
  what: 'another process keeps it busy',
  hint: 'Wait for the other process to end, then try again.',
};
const UNREADABLE: Failure = {
  code: 'STORE_UNAVAILABLE',
  what: 'it cannot be opened or read',
  hint: 'Check the file, its folder and its disk.',
};

/** By primary result code of SQLite, see https://sqlite.org/rescode.html. */
const FAILURES: ReadonlyMap<number, Failure> = new Map<number, Failure>([
  [5, BUSY],
  [6, BUSY],
  [8, { code: 'STORE_READ_ONLY', what: 'it cannot be written' }],
  [10, UNREADABLE],
  [11, { code: 'STORE_CORRUPT', what: 'it is damaged' }],
  [13, { code: 'DISK_FULL', what: 'no space is left to write it' }],
  [14, UNREADABLE],
  [26, { code: 'STORE_CORRUPT', what: 'it is not a database' }],
]);

/** What `sqlite3_errstr` says for the codes that reading can give. */
const CODES_BY_TEXT: ReadonlyMap<string, number> = new Map([
  ['database is locked', 5],
  ['disk I/O error', 10],
  ['database disk image is malformed', 11],
  ['file is not a database', 26],
]);

/** Turns what SQLite throws into a coded error; anything else is a defect and is given back as it is. */
export function sqliteFailure(error: unknown, file: string): unknown {
  if (!(error instanceof Error)) return error;
  const failure = FAILURES.get(primaryCodeOf(error) ?? 0);
  if (failure === undefined) return error;
  const extras: ErrorExtras = { details: { file, sqlite: error.message }, cause: error };
  const { code, what, hint } = failure;
  return new EtalonError(code, `${file}: ${what}.`, hint === undefined ? extras : { ...extras, hint });
}

/** `errcode` is the extended result code; its low byte is the primary one. Iterators leave it out and give the text. */
function primaryCodeOf(error: Error): number | undefined {
  if ('errcode' in error && typeof error.errcode === 'number') return error.errcode & 0xff;
  return CODES_BY_TEXT.get(error.message);
}
