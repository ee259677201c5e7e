import { EtalonError } from '../../../domain/errors/etalon-error.js';
import type { ImportCommand } from './import-command.js';
import type { ImportReading } from './import-outcome.js';

const MOST_NAMED = 5;

/**
 * Refuses what was read when it is nothing, or when something is wrong with it and nobody said to keep going.
 *
 * @throws IMPORT_EMPTY, IMPORT_DOCUMENTS_INVALID
 */
export function refuseReading(
  { files, keepGoing }: Pick<ImportCommand, 'files' | 'keepGoing'>,
  reading: ImportReading,
): void {
  const { documents, rejected } = reading;
  if (documents === 0) {
    throw new EtalonError('IMPORT_EMPTY', `There is no document in ${files.join(', ')}.`, { details: { files } });
  }
  if (rejected > 0 && (!keepGoing || rejected === documents)) throw invalid(reading);
}

function invalid({ documents, rejected, rejections }: ImportReading): EtalonError {
  const named = rejections.slice(0, MOST_NAMED).map(({ place, problem }) => `\n  ${place}: ${problem}`);
  const more = rejected > named.length ? `\n  … and ${rejected - named.length} more` : '';
  return new EtalonError(
    'IMPORT_DOCUMENTS_INVALID',
    `${rejected} of ${documents} documents cannot be imported; nothing was stored.${named.join('')}${more}`,
    { details: { faults: rejections.map(({ place, problem }) => ({ place, problem })), rejected, documents } },
  );
}
