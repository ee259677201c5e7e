import type { ExportSource } from '../../../domain/export/export-source.js';
import { TEXT_MARK } from '../../../domain/export/export-source.js';
import { postsText } from '../../../domain/export/source-text.js';
import { toExportRecord } from '../../../domain/export/to-export-record.js';
import { readCurrent } from './current-document.mapper.js';
import { digestParts } from './digest-parts.js';
import { parseDocument } from './parse-document.js';

const NEWLINE = '\\n';

/**
 * Reads a digest for an export without parsing its texts, which are most of it, and writing them again: they go from the
 * JSON into the line as they stand, where they are sure to come out the same.
 *
 * @param json Each character one byte of UTF-8.
 * @returns `undefined` for any other document: it has to be read whole.
 */
export function digestSource(json: string): ExportSource | undefined {
  const parts = digestParts(json);
  const sample = parts && readCurrent('digests', parseDocument(parts.rest));
  if (parts === undefined || sample === undefined) return undefined;
  const { metadata, ...record } = toExportRecord(sample);
  return {
    record: {
      ...record,
      ...{ sourceText: TEXT_MARK, summaryMarkdown: TEXT_MARK },
      metadata: { ...metadata, postsCount: parts.posts.length },
    },
    texts: { sourceText: postsText(parts.posts, NEWLINE), summaryMarkdown: parts.summaryMarkdown },
  };
}
