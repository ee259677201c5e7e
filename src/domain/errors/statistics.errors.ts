import type { ErrorEntry } from './error-entry.js';
import { badInput, notFound } from './error-entry.js';

/** Errors of the verification of statistics. */
export const STATISTICS_ERRORS = {
  STATISTICS_VECTORS_NOT_FOUND: notFound(
    'The file of reference vectors does not exist.',
    'Check the path given to --vectors.',
  ),
  STATISTICS_VECTORS_INVALID: badInput(
    'The file of reference vectors is malformed.',
    'Correct what the message names: {"vectors": [{name, method, inputs, params, expected, tolerance}]}.',
  ),
} satisfies Record<string, ErrorEntry>;
