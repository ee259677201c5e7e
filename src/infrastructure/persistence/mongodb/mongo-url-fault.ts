import { EtalonError } from '../../../domain/errors/etalon-error.js';

const UNKNOWN_OPTIONS = /^options? ([\w.-]+(?:, [\w.-]+)*) (?:is|are) not supported$/;

/**
 * Says why the driver takes a URL for none, without quoting it: what the driver says may hold the password. Only names of
 * options are repeated, and only where they stand behind all credentials.
 *
 * Hints are worded so that they hold nothing that looks like credentials: such text would be redacted.
 */
export function mongoUrlFault(url: string, thrown: unknown, setting = 'MONGODB_URL'): EtalonError {
  const names = unknownOptions(url, thrown);
  if (names === undefined)
    return new EtalonError('CONFIG_INVALID', `${setting} is not a MongoDB connection string.`, {
      hint:
        'Write mongodb://HOST:PORT/ and, where the server wants them, USER:PASSWORD and an at sign before HOST; ' +
        'percent-encode special characters of user and password.',
    });
  return new EtalonError('CONFIG_INVALID', `${setting} has an option that MongoDB does not know: ${names}.`, {
    details: { options: names.split(', ') },
    hint: `Remove it, or correct its name, behind the "?" of ${setting}.`,
  });
}

function unknownOptions(url: string, thrown: unknown): string | undefined {
  const query = url.indexOf('?');
  if (!(thrown instanceof Error) || query < 0 || url.lastIndexOf('@') > query) return undefined;
  return UNKNOWN_OPTIONS.exec(thrown.message)?.[1];
}
