import type { ErrorEntry } from './error-entry.js';
import { badInput, notFound } from './error-entry.js';

/** Errors of checking exports. */
export const VERIFY_ERRORS = {
  EXPORT_NOT_FOUND: notFound(
    'There is no export to check.',
    'Name its folder, or run `etalon export digests` or `etalon export review-reports` first.',
  ),
  EXPORT_MANIFEST_INVALID: badInput(
    'The manifest of an export is broken, was edited, or contradicts itself.',
    'Run the export again, or get the folder from where it came once more.',
  ),
  EXPORT_FILE_UNSAFE: badInput(
    'A file of an export is a link, a folder or a device; it was not read.',
    'Put the file itself into the folder.',
  ),
} satisfies Record<string, ErrorEntry>;
