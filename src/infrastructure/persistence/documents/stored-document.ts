import type { JsonValue } from '../../../domain/shared/json-value.js';

/** A document as every store keeps it; moments are ISO 8601 strings until a store has a type of its own for them. */
export type StoredDocument = Readonly<Record<string, JsonValue>>;
