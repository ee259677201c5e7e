import { EtalonError } from '../../domain/errors/etalon-error.js';

const HEAD_BYTES = 4096;
const TELEGRAM = /^\{\s*"(?:name|about)"\s*:[^]*?"(?:messages|chats|personal_information)"\s*:/;
const PRETTY = /^\{\s*[\r\n]/;

/**
 * Refuses a file that is something else, as far as its first bytes tell, and says what to do with it.
 *
 * @throws IMPORT_FILE_UNSUITABLE
 */
export function refuseUnsuitable(name: string, head: Buffer, offset: number): void {
  const text = head.toString('latin1', 0, HEAD_BYTES);
  if (!holdsDocuments(text)) {
    const what = `is not JSON: byte ${offset} is ${shown(text)}, where a document begins with "{" and an array with "["`;
    throw unsuitable(name, what, DOCUMENTS_HINT);
  }
  if (TELEGRAM.test(text)) {
    throw unsuitable(name, 'is an export of Telegram Desktop', SEED_HINT);
  }
  if (PRETTY.test(text)) {
    throw unsuitable(name, 'has documents of several lines each', 'Export without --pretty, or with --jsonArray.');
  }
}

/** Whether it begins like a document or an array, or is text in which a line does: others may be broken. */
function holdsDocuments(text: string): boolean {
  return /^[{[]/.test(text) || (!text.includes('\0') && /\n[ \t]*\{/.test(text));
}

function shown(text: string): string {
  const first = text.charAt(0);
  return /[!-~]/.test(first) ? `"${first}"` : `0x${text.charCodeAt(0).toString(16).padStart(2, '0')}`;
}

/** What can be read, to whoever gave something else. */
export const DOCUMENTS_HINT =
  'Give what mongoexport wrote: one document a line, or --jsonArray; plain or gzip. BSON files of mongodump are not read.';

const SEED_HINT =
  'Run `etalon seed --from telegram-export --path FILE --window-end YYYY-MM-DD` to make a data set of it.';

function unsuitable(name: string, what: string, hint: string): EtalonError {
  return new EtalonError('IMPORT_FILE_UNSUITABLE', `${name} ${what}.`, { details: { path: name }, hint });
}
