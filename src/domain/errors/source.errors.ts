import type { ErrorEntry } from './error-entry.js';
import { badInput, notFound } from './error-entry.js';

/** Errors of the history that a data set is seeded from. */
export const SOURCE_ERRORS = {
  SOURCE_NOT_FOUND: notFound(
    'The export, or the file to import, that was named does not exist.',
    'Check the path that the message names.',
  ),
  SOURCE_EMPTY: badInput(
    'The folder holds no Telegram export.',
    'Give the folder whose sub-folders hold result.json, or one result.json.',
  ),
  SOURCE_UNREADABLE: badInput(
    'The export, or the file to import, cannot be read.',
    'Check the permissions of the file.',
  ),
  SOURCE_MALFORMED: badInput(
    'An export, or a file to import, is broken; its path and the byte offset of the fault are named.',
    'Make it again: in Telegram Desktop as machine-readable JSON, from MongoDB with mongoexport.',
  ),
  SOURCE_CHANNEL_UNNAMED: badInput(
    'An export names its channel by title and id only, and its folder is not named like a handle.',
    'Add --channel-name ID=@handle.',
  ),
  SOURCE_CHANNEL_AMBIGUOUS: badInput(
    'Two different chats of the export go by the same handle.',
    'Rename a folder, or give one of them another handle with --channel-name ID=@handle.',
  ),
  SOURCE_CHANNEL_UNKNOWN: notFound(
    'A channel that was asked for is not in the export.',
    'Choose among the channels that the message lists.',
  ),
  SOURCE_WINDOW_EMPTY: badInput(
    'No post falls into the window.',
    'Choose --window-end (and --days) inside the period that the message names.',
  ),
} satisfies Record<string, ErrorEntry>;
