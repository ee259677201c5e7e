import type { OnUnreadable } from '../../../application/ports/sample.repository.port.js';
import { EtalonError } from '../../../domain/errors/etalon-error.js';

/**
 * Reads a document, or tells whoever wants to know that it cannot be read.
 *
 * @returns `undefined` for a document that was told of. @throws STORE_DOCUMENT_INVALID when nobody wants to be told.
 */
export function readOr<T>(onUnreadable: OnUnreadable | undefined, id: string, read: () => T): T | undefined {
  try {
    return read();
  } catch (error) {
    if (onUnreadable === undefined || !(error instanceof EtalonError)) throw error;
    onUnreadable(id, error);
    return undefined;
  }
}
