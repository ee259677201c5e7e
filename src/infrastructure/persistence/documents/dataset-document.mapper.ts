import type { BenchmarkDataset } from '../../../domain/dataset/benchmark-dataset.js';
import { toIso } from '../../../domain/time/instant.js';
import { DocumentReader } from './document-reader.js';
import { toCamelCase, toSnakeCase } from './field-names.js';
import { readOwn } from './own-document.schema.js';
import type { StoredDocument } from './stored-document.js';

/** Writes the record of a data set. */
export function toDatasetDocument(dataset: BenchmarkDataset): StoredDocument {
  const { updatedAt, ...rest } = dataset;
  return { ...(toSnakeCase(rest) as StoredDocument), updated_at: toIso(updatedAt) };
}

/** @throws STORE_DOCUMENT_INVALID */
export function readDataset(document: unknown, id: string): BenchmarkDataset {
  const { updated_at: updatedAt, ...rest } = readOwn('datasets', document, id);
  const moment = new DocumentReader(updatedAt, { collection: 'datasets', id }, '/updated_at');
  return {
    ...(toCamelCase(rest) as Omit<BenchmarkDataset, 'updatedAt'>),
    updatedAt: moment.instant(),
  };
}
