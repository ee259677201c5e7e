import type { ErrorEntry } from './error-entry.js';
import { badInput, notFound } from './error-entry.js';

/** Errors of exports. */
export const EXPORT_ERRORS = {
  EXPORT_EMPTY: badInput('No document fits the query of the export.', 'Widen the query, or run `etalon seed` first.'),
  EXPORT_RECORD_INVALID: badInput(
    'A record does not fit the export schema; no file was written.',
    'Correct the record that the message names.',
  ),
  EXPORT_CHANNEL_UNKNOWN: notFound(
    'A channel that was asked for has no document.',
    'Choose among the channels that the message lists.',
  ),
} satisfies Record<string, ErrorEntry>;
