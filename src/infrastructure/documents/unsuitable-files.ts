import { EtalonError } from '../../domain/errors/etalon-error.js';

const HEAD_BYTES = 4096;
const TELEGRAM = /^\{\s*"(?:name|about)"\s*:[^]*?"(?:messages|chats|personal_information)"\s*:/;
const PRETTY = /^\{\s*[\r\n]/;

/**
 * Refuses a file that is something else, as far as its first bytes tell, and says what to do with it.
 *
 * @throws IMPORT_FILE_UNSUITABLE
 */
export function refuseUnsuitable(name: string, head: Buffer): void {
  const text = head.toString('latin1', 0, HEAD_BYTES);
  if (TELEGRAM.test(text)) {
    throw unsuitable(name, 'is an export of Telegram Desktop', SEED_HINT);
  }
  if (PRETTY.test(text)) {
    throw unsuitable(name, 'has documents of several lines each', 'Export without --pretty, or with --jsonArray.');
  }
}

const SEED_HINT =
  'Run `etalon seed --from telegram-export --path FILE --window-end YYYY-MM-DD` to make a data set of it.';

function unsuitable(name: string, what: string, hint: string): EtalonError {
  return new EtalonError('IMPORT_FILE_UNSUITABLE', `${name} ${what}.`, { details: { path: name }, hint });
}
