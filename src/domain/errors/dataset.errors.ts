import type { ErrorEntry } from './error-entry.js';
import { badInput, conflict, notFound } from './error-entry.js';

/** Errors of data sets and their records. */
export const DATASET_ERRORS = {
  DATASET_NOT_FOUND: notFound(
    'No data set of that name is recorded in the store.',
    'Run `etalon dataset list`, or `etalon seed` to make one.',
  ),
  DATASET_CHANNEL_UNKNOWN: notFound(
    'A channel that was asked for has no document in the window.',
    'Choose among the channels that the message lists.',
  ),
  DATASET_EXISTS: conflict(
    'A data set of that name is there already, and what was asked for would lose its record.',
    'Choose another --name, or run `etalon dataset remove` first.',
  ),
  DATASET_RECORDS_INVALID: badInput(
    'Records break the rules of the data set; nothing was stored.',
    'Look at the listed rules; --keep-going stores the good records and exits 2.',
  ),
  DATASET_EMPTY: badInput('The data set holds no document.', 'Run `etalon seed` first.'),
  SPOTCHECK_NOT_FOUND: notFound('There is no spot check to sign.', 'Run `etalon spotcheck sample` first.'),
  SPOTCHECK_STALE: badInput(
    'The samples of the spot check are no longer those in the store.',
    'Run `etalon spotcheck sample` again and look at the new samples.',
  ),
  IMPORT_EMPTY: badInput(
    'The files to import hold no document.',
    'Give files that mongoexport wrote: one document a line, or an array.',
  ),
  IMPORT_FILE_UNSUITABLE: badInput(
    'A file to import is of another kind.',
    'Give files that mongoexport wrote: one document a line, or an array.',
  ),
  IMPORT_DOCUMENTS_INVALID: badInput(
    'Documents of an import are broken, or are no records; nothing was stored.',
    'Correct what the message names; --keep-going stores the good documents and exits 2.',
  ),
} satisfies Record<string, ErrorEntry>;
