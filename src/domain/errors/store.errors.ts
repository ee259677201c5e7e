import type { ErrorEntry } from './error-entry.js';
import { badInput, conflict, notFound, unavailable } from './error-entry.js';

/** Errors of the stores. */
export const STORE_ERRORS = {
  STORE_UNAVAILABLE: unavailable(
    'The store cannot be reached or did not answer in time.',
    'Check that the server runs and MONGODB_URL names it.',
  ),
  STORE_AUTH_FAILED: unavailable(
    'The store refused the user name or password.',
    'Check the credentials in MONGODB_URL.',
  ),
  STORE_CORRUPT: unavailable(
    'The SQLite file is damaged or is not a database.',
    'Move the file away and seed again, or restore a copy.',
  ),
  STORE_READ_ONLY: unavailable(
    'The store cannot be written.',
    'Check the permissions of the data folder or of the database user.',
  ),
  STORE_TOO_NEW: conflict(
    'The store was written by a newer version of etalon.',
    'Update etalon, or use another --data-dir.',
  ),
  STORE_LOCKED: conflict(
    'Another process is writing to the same store.',
    'Wait for it to end, then run the command again.',
  ),
  STORE_LOCK_LOST: conflict(
    'The lock on the store was lost while writing.',
    'Run the same command again: it completes the work.',
  ),
  STORE_DOCUMENT_INVALID: badInput(
    'A document in the store cannot be read as a record.',
    'Correct or remove the document that the message names.',
  ),
  STORE_DOCUMENT_TOO_LARGE: badInput(
    'A document is larger than a store can hold (16 MiB).',
    'Shorten the record that the message names.',
  ),
  STORE_NOT_FOUND: notFound(
    'The store that would be read does not exist yet.',
    'Run `etalon seed` or `etalon dataset import` first, or name the store with MONGODB_URL or --data-dir.',
  ),
  STORE_COPY_SAME: badInput(
    'The target of a copy is the store that would be copied.',
    'Give another --to; without MONGODB_URL the SQLite file in the data folder is what is copied.',
  ),
  STORE_COPY_CONFLICT: conflict(
    'The target of a copy holds other documents under ids of the source.',
    'Give --replace to have the documents of the source replace them, or choose another --to.',
  ),
} satisfies Record<string, ErrorEntry>;
