import type { ErrorEntry } from './error-entry.js';
import { badInput, conflict, notFound, unavailable, usage } from './error-entry.js';

/** Errors of the process itself: command line, configuration, files, endpoints. */
export const PROCESS_ERRORS = {
  USAGE: usage('The command line, or a value on it, is malformed.', 'See `etalon COMMAND --help`.'),
  CONFIG_INVALID: badInput(
    'The configuration has faults; they are listed with their paths, 20 at most.',
    'Correct the listed settings.',
  ),
  CONFIG_NOT_FOUND: notFound(
    'The configuration file that was named does not exist.',
    'Check the path given to --config.',
  ),
  DATA_DIR_UNUSABLE: badInput(
    'The data folder cannot be created or written.',
    'Choose a folder that you may write with --data-dir DIR or ETALON_DATA_DIR.',
  ),
  FILE_WRITE_FAILED: unavailable(
    'A file could not be written; nothing half-written was left.',
    'Check free space and permissions.',
  ),
  FILE_READ_FAILED: unavailable('A file that is there could not be read.', 'Check its permissions.'),
  FOLDER_LOCKED: conflict(
    'Another process keeps changing the files of the same folder.',
    'Wait for it to end, then run the command again; if no such process runs, remove the lock file that is named.',
  ),
  DISK_FULL: unavailable(
    'The disk is full; nothing half-written was left.',
    'Free some space and run the command again.',
  ),
  LLM_NOT_CONFIGURED: badInput('An LLM is asked for and no endpoint is configured.', 'Set LLM_URL and LLM_MODEL.'),
  LLM_UNAVAILABLE: unavailable(
    'The LLM endpoint did not answer, or refused.',
    'Check LLM_URL, LLM_API_KEY and that the server runs.',
  ),
  LLM_BAD_ANSWER: unavailable(
    'The LLM endpoint answered something that cannot be used.',
    'Check LLM_MODEL; try again.',
  ),
  LLM_REFUSED: unavailable(
    'The LLM refused to answer, or a filter of its endpoint did.',
    'Look at the text that was sent; another model may take it.',
  ),
  INTERRUPTED: {
    exitCode: 130,
    httpStatus: 503,
    mcpCode: -32603,
    meaning: 'The command was interrupted (Ctrl-C or a termination signal).',
    hint: 'Run the same command again.',
  },
  INTERNAL: {
    exitCode: 1,
    httpStatus: 500,
    mcpCode: -32603,
    meaning: 'A defect in etalon itself.',
    hint: 'Report it with the output of the same command under LOG_LEVEL=debug.',
  },
} satisfies Record<string, ErrorEntry>;
