import type { SchemaFault } from './export-schemas.port.js';

/** The documents that the product reads back from its own files. */
export type DocumentName = 'export-manifest' | 'pilot' | 'schema-validation' | 'spotcheck';

/** Checks JSON documents against the schemas under `config/schemas/`. */
export interface DocumentSchemas {
  /** Where a document breaks its schema; none when it fits. */
  check(name: DocumentName, document: unknown): Promise<readonly SchemaFault[]>;
}
