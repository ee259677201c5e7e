import type { CollectionName, StoredRecord } from '../../../application/ports/store-documents.port.js';
import type { SampleKind } from '../../../domain/dataset/sample.js';
import { readDataset } from '../documents/dataset-document.mapper.js';
import { checkDocumentSize } from '../documents/document-size.js';
import { resultKey } from '../documents/result-key.js';
import { reviveDocument } from '../documents/revive-document.js';
import { readResult, readRun } from '../documents/run-documents.mapper.js';
import { readSample } from '../documents/sample-document.mapper.js';
import type { SqlValue } from './sqlite-connection.js';

/** A row by the names of its columns. */
export type DocumentRow = Readonly<Record<string, SqlValue>>;

/** The columns that name a document, by table. */
export const KEY_COLUMNS: Readonly<Record<CollectionName, readonly [string, ...string[]]>> = {
  digests: ['id'],
  review_reports: ['id'],
  datasets: ['name'],
  benchmark_runs: ['id'],
  benchmark_results: ['run_id', 'sample_id'],
};

/** The values of those columns for a document's id. */
export function keyOf(collection: CollectionName, id: string): readonly string[] {
  return collection === 'benchmark_results' ? resultKey(id) : [id];
}

/**
 * Writes a document as a row; what the table keeps in columns is read from it.
 *
 * @throws STORE_DOCUMENT_INVALID, STORE_DOCUMENT_TOO_LARGE
 */
export function toDocumentRow(collection: CollectionName, record: StoredRecord): DocumentRow {
  const doc = JSON.stringify(record.document);
  checkDocumentSize(collection, record.id, Buffer.byteLength(doc));
  return { ...COLUMNS[collection](record), doc };
}

const COLUMNS: Readonly<Record<CollectionName, (record: StoredRecord) => DocumentRow>> = {
  digests: (record) => sampleColumns('digests', record),
  review_reports: (record) => sampleColumns('review_reports', record),
  datasets: ({ id, document }) => ({ name: readDataset(document, id).name }),
  benchmark_runs: ({ id, document }) => ({ id, started_at: readRun(document, id).startedAt }),
  benchmark_results: ({ id, document }) => {
    const [runId, sampleId] = resultKey(id);
    return { run_id: runId, sample_id: sampleId, position: readResult(document, id).position };
  },
};

function sampleColumns(kind: SampleKind, { id, document }: StoredRecord): DocumentRow {
  const { channel, createdAt, language, metadata } = readSample(kind, reviveDocument(document), id);
  return { id, channel, created_at: createdAt, language, provenance: metadata.provenance };
}
