import type { SampleKind } from '../../domain/dataset/sample.js';
import type { DocumentPlace } from './document-files.port.js';
import type { StoredRecord } from './store-documents.port.js';

/** A document that waits until all have been checked. */
export interface SpooledDocument extends StoredRecord {
  readonly kind: SampleKind;
  readonly channel: string;
  readonly place: DocumentPlace;
}

/** A working place on disk for one import; it goes away with `discard`, or at the next start after a kill. */
export interface ImportSpool {
  /** Keeps a document, unless one of that kind and id is there: that one is given back instead. */
  add(document: SpooledDocument): SpooledDocument | undefined;
  /** The documents of one kind by id, in batches of `size` or about a megabyte. */
  batches(kind: SampleKind, size: number): Iterable<readonly SpooledDocument[]>;
  discard(): Promise<void>;
}

export interface ImportSpoolFactory {
  /** Opens an empty spool; sweeps what killed runs left. @throws DATA_DIR_UNUSABLE, DISK_FULL */
  open(): Promise<ImportSpool>;
}
