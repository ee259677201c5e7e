import type { Sample } from '../../../domain/dataset/sample.js';
import { checkDocumentSize } from '../documents/document-size.js';
import { toSampleDocument } from '../documents/sample-document.mapper.js';
import { checkSampleDocument } from '../documents/sample-schema-check.js';

/** The columns of a record: id, channel, created_at (ms), language, provenance, doc (JSON). */
export type SampleRow = readonly [string, string, number, string, string, string];

/**
 * Checks a record and writes it as a row.
 *
 * @throws STORE_DOCUMENT_INVALID, STORE_DOCUMENT_TOO_LARGE
 */
export function toRow(sample: Sample): SampleRow {
  const document = toSampleDocument(sample);
  checkSampleDocument(sample.kind, document);
  const json = JSON.stringify(document);
  checkDocumentSize(sample.kind, sample.id, Buffer.byteLength(json));
  return [sample.id, sample.channel, sample.createdAt, sample.language, sample.metadata.provenance, json];
}

/** A row as the reading statements give it. */
export interface StoredRow {
  readonly id: string;
  readonly channel: string;
  readonly created_at: number;
  /** UTF-8 */
  readonly doc: Uint8Array;
}
