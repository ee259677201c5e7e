export type { StoredDocument } from '../../../application/ports/store-documents.port.js';
