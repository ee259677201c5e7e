import { EtalonError } from '../../../domain/errors/etalon-error.js';

/** What a document may weigh: the limit of MongoDB, kept on every store so that each can be copied to the other. */
const MAX_DOCUMENT_BYTES = 16 * 1024 * 1024;

/**
 * @param bytes What the document weighs in the format of its store.
 * @throws STORE_DOCUMENT_TOO_LARGE
 */
export function checkDocumentSize(collection: string, id: string, bytes: number): void {
  if (bytes <= MAX_DOCUMENT_BYTES) return;
  throw new EtalonError(
    'STORE_DOCUMENT_TOO_LARGE',
    `Record ${JSON.stringify(id)} of ${collection} has ${bytes} bytes; a store takes ${MAX_DOCUMENT_BYTES}.`,
    { details: { collection, id, bytes, limit: MAX_DOCUMENT_BYTES } },
  );
}
