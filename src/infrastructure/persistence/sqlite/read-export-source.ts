import { isUtf8 } from 'node:buffer';
import type { Sample, SampleKind } from '../../../domain/dataset/sample.js';
import type { ExportSource } from '../../../domain/export/export-source.js';
import { toExportRecord } from '../../../domain/export/to-export-record.js';
import { utf8Text } from '../../text/utf8-text.js';
import { digestSource } from '../documents/digest-source.js';
import { parseDocument } from '../documents/parse-document.js';
import { readSample } from '../documents/sample-document.mapper.js';

/**
 * Reads a document for an export, the shortest way that there is for it.
 *
 * @param json UTF-8
 * @throws STORE_DOCUMENT_INVALID
 */
export function readExportSource(kind: SampleKind, json: Uint8Array, id: string): ExportSource {
  const source = kind === 'digests' && isUtf8(json) ? digestSource(latin1(json)) : undefined;
  return source ?? { record: toExportRecord(readSample<Sample>(kind, parseDocument(utf8Text(json)), id)) };
}

function latin1({ buffer, byteOffset, byteLength }: Uint8Array): string {
  return Buffer.from(buffer, byteOffset, byteLength).toString('latin1');
}
