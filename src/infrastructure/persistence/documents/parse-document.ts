import type { JsonValue } from '../../../domain/shared/json-value.js';
import { reviveDocument } from './revive-document.js';

/** Parses a document; what is no JSON is handed on as it is, so that reading it names the document. */
export function parseDocument(json: unknown): unknown {
  const text = String(json);
  try {
    const document = JSON.parse(text) as JsonValue;
    return text.includes('"$') ? reviveDocument(document) : document;
  } catch {
    return json;
  }
}
