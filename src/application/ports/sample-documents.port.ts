import type { Sample, SampleKind } from '../../domain/dataset/sample.js';
import type { StoredDocument } from './store-documents.port.js';

/** Documents that come from outside, seen as records. */
export interface SampleDocuments {
  /** By the field of its id, else by its shape. */
  kindOf(document: StoredDocument): SampleKind | undefined;
  /**
   * Reads a document of any age and checks that it can be stored as what it says.
   *
   * @throws STORE_DOCUMENT_INVALID with the path of the first fault; STORE_DOCUMENT_TOO_LARGE.
   */
  check(kind: SampleKind, document: StoredDocument): Sample;
  /** What a stored document says; `undefined` when it cannot be read. */
  readOrNone(kind: SampleKind, document: StoredDocument): Sample | undefined;
}
