import type { StoredDocument } from './store-documents.port.js';

/** Where a document stands, for people: `FILE, line 3` or `FILE, element 5`. */
export type DocumentPlace = string;

/** What stands at a place: a document, or something that is none, with the reason. */
export type FoundDocument =
  | { readonly state: 'read'; readonly place: DocumentPlace; readonly document: StoredDocument }
  | { readonly state: 'broken'; readonly place: DocumentPlace; readonly problem: string };

/** Files of documents as `mongoexport` writes them: Extended JSON v2, one document a line or one array, plain or gzip. */
export interface DocumentFiles {
  /**
   * Reads a file as a stream: memory holds one document, however large the file is or however far it expands.
   *
   * @param path `-` means standard input.
   * @throws SOURCE_NOT_FOUND, SOURCE_UNREADABLE; SOURCE_MALFORMED with the byte offset where nothing behind it can be
   *   read; IMPORT_FILE_UNSUITABLE for a file of another program.
   */
  read(path: string): AsyncIterable<FoundDocument>;
}
