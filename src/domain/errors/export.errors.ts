import type { ErrorEntry } from './error-entry.js';
import { badInput, conflict, notFound } from './error-entry.js';

/** Errors of exports. */
export const EXPORT_ERRORS = {
  EXPORT_EMPTY: badInput('No document fits the query of the export.', 'Widen the query, or run `etalon seed` first.'),
  EXPORT_RECORD_INVALID: badInput(
    'A record does not fit the export schema; no file was written.',
    'Correct the record that the message names, or leave out what does not fit with --skip-invalid.',
  ),
  EXPORT_SOURCE_CHANGED: conflict(
    'Documents were changed while the export read them, so it would show no one moment; no file was written.',
    'Export again when nobody writes, or from SQLite, where an export sees one moment.',
  ),
  EXPORT_COMPRESSION_UNSUPPORTED: badInput(
    'This version of Node.js cannot compress that way.',
    'Use `--compress gzip`, or a Node.js that has zstd (22.15 or later).',
  ),
  EXPORT_CHANNEL_UNKNOWN: notFound(
    'A channel that was asked for has no document.',
    'Choose among the channels that the message lists.',
  ),
} satisfies Record<string, ErrorEntry>;
