import type { CollectionName, StoreDocuments, StoredRecord } from '../ports/store-documents.port.js';
import { documentContent } from './document-content.js';

const MOST_RECORDS = 200;
const MOST_CHARACTERS = 1_000_000;

/** A record with what its document says. */
export interface ReadRecord extends StoredRecord {
  readonly content: string;
}

/** Reads a collection in batches of up to 200 documents, or about a megabyte. */
export async function* readBatches(
  documents: StoreDocuments,
  collection: CollectionName,
): AsyncGenerator<readonly ReadRecord[]> {
  let batch: ReadRecord[] = [];
  for await (const record of documents.stream(collection)) {
    batch.push({ ...record, content: documentContent(record.document) });
    if (!isFull(batch)) continue;
    yield batch;
    batch = [];
  }
  if (batch.length > 0) yield batch;
}

function isFull(batch: readonly ReadRecord[]): boolean {
  if (batch.length >= MOST_RECORDS) return true;
  return batch.reduce((sum, { content }) => sum + content.length, 0) >= MOST_CHARACTERS;
}
