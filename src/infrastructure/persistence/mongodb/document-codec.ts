import { BSON } from 'mongodb';
import type { StoredDocument } from '../../../application/ports/store-documents.port.js';
import type { JsonValue } from '../../../domain/shared/json-value.js';
import { toIso } from '../../../domain/time/instant.js';
import { DocumentReader } from '../documents/document-reader.js';
import { isExtended, unknownName } from '../documents/extended-json.js';
import { isMomentPlace } from '../documents/moment-places.js';
import { GO_ON, OMIT, rebuild } from '../documents/rebuild.js';
import type { MongoDocument } from './mongo-connection.js';

const STORED_MOMENT = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d[.]\d{3}Z$/;
/** Years that ISO 8601 writes with four digits, in milliseconds: moments outside are written as numbers. */
const LAST_ISO = Date.UTC(9999, 11, 31, 23, 59, 59, 999);

/**
 * Writes a document of the driver in the form that all stores share.
 *
 * @param label Names the document in messages.
 * @throws STORE_DOCUMENT_INVALID at a field name that begins with "$"
 */
export function fromMongo(
  document: MongoDocument,
  label: { readonly collection: string; readonly id: string },
): StoredDocument {
  return rebuild(document, (value, path) => {
    if (value === undefined) return OMIT;
    if (typeof value === 'number') return fromNumber(value);
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return GO_ON;
    if (value instanceof Date) return fromDate(value.getTime(), path);
    if (value instanceof RegExp || '_bsontype' in value) return extended(value, label, path);
    return named(value, label, path);
  }) as StoredDocument;
}

/** Makes what the driver takes of a document in the form that all stores share. */
export function toMongo(document: StoredDocument): MongoDocument {
  return rebuild(document, (value, path) => {
    if (typeof value === 'string') return isMomentPlace(path) && STORED_MOMENT.test(value) ? new Date(value) : value;
    if (typeof value !== 'object' || value === null || !isExtended(value)) return GO_ON;
    return (BSON.EJSON.deserialize({ value }, { relaxed: false }) as { readonly value: unknown }).value;
  }) as MongoDocument;
}

function fromNumber(value: number): JsonValue {
  if (Object.is(value, -0)) return { $numberDouble: '-0.0' };
  return Number.isFinite(value) ? value : { $numberDouble: String(value) };
}

function fromDate(instant: number, path: string): JsonValue {
  if (instant < 0 || instant > LAST_ISO) return { $date: { $numberLong: String(instant) } };
  return isMomentPlace(path) ? toIso(instant) : { $date: toIso(instant) };
}

function extended(value: object, label: { readonly collection: string; readonly id: string }, path: string): unknown {
  const { written } = BSON.EJSON.serialize({ written: value }, { relaxed: false }) as { readonly written: object };
  return isExtended(written) ? written : named(written, label, path);
}

function named(value: object, label: { readonly collection: string; readonly id: string }, path: string): typeof GO_ON {
  const name = unknownName(value);
  if (name === undefined) return GO_ON;
  return new DocumentReader(value, label, path).fail(`has a field ${JSON.stringify(name)}, which only operators have`);
}
