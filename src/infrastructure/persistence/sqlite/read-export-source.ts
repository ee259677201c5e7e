import type { Sample, SampleKind } from '../../../domain/dataset/sample.js';
import type { ExportSource } from '../../../domain/export/export-source.js';
import { TEXT_MARK } from '../../../domain/export/export-source.js';
import { postsText } from '../../../domain/export/source-text.js';
import { toExportRecord } from '../../../domain/export/to-export-record.js';
import { readCurrent } from '../documents/current-document.mapper.js';
import { readSample } from '../documents/sample-document.mapper.js';
import { digestParts } from './digest-parts.js';
import { parseDocument } from './sample-row.js';
import { utf8Text } from '../../text/utf8-text.js';

const NEWLINE = '\\n';

/**
 * Reads a document for an export. The text of a digest, which is most of it, goes from the stored JSON into the line without
 * being parsed and written again, where it is sure to come out the same; any other document is read whole.
 *
 * @param json UTF-8
 * @throws STORE_DOCUMENT_INVALID
 */
export function readExportSource(kind: SampleKind, json: Uint8Array, id: string): ExportSource {
  const source = kind === 'digests' ? sourceOfParts(json) : undefined;
  return source ?? { record: toExportRecord(readSample<Sample>(kind, parseDocument(utf8Text(json)), id)) };
}

function sourceOfParts(json: Uint8Array): ExportSource | undefined {
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
