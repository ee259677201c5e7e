import { canonicalJson } from '../../domain/shared/canonical-json.js';
import type { StoredDocument } from '../ports/store-documents.port.js';

/** What a document says, as canonical JSON: without `_id`, which is a server's own name for it. */
export function documentContent(document: StoredDocument): string {
  if (!Object.hasOwn(document, '_id')) return canonicalJson(document);
  return canonicalJson(Object.fromEntries(Object.entries(document).filter(([name]) => name !== '_id')));
}
