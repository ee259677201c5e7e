import type { StoredDocument } from '../../../application/ports/store-documents.port.js';
import type { JsonValue } from '../../../domain/shared/json-value.js';
import { toIso } from '../../../domain/time/instant.js';
import { DocumentReader } from './document-reader.js';
import { EXTENDED_FORMS } from './extended-forms.js';
import { isMomentPlace } from './moment-places.js';
import { GO_ON, OMIT, rebuild } from './rebuild.js';

/** Names that stores or programs take for something else than a name. */
const ODD_NAME = /^$|^__proto__$|[.\0\p{Surrogate}]/u;
const HALF_A_PAIR = /\p{Surrogate}/u;

type Members = Readonly<Record<string, unknown>>;

/** Is this one of the values that JSON has no form of its own for, as Extended JSON v2 writes it? */
export function isExtended(value: object): boolean {
  const [name, ...others] = Object.keys(value);
  return name !== undefined && others.length === 0 && Object.hasOwn(EXTENDED_FORMS, name);
}

/** The first name of an object that only operators have. */
export function unknownName(value: object): string | undefined {
  return Object.keys(value).find((name) => name.startsWith('$'));
}

/**
 * Reads a document in Extended JSON v2, canonical or relaxed, and gives the form that all stores share: numbers are
 * plain numbers as long as no digit is lost, moments ISO 8601, `$undefined` is left out.
 *
 * @param label Names the document in messages.
 * @throws STORE_DOCUMENT_INVALID with the path of what cannot be taken over: a malformed or unknown `$` form, a name that
 *   is empty or holds a dot, a NUL or half of a surrogate pair, `__proto__`, half of a pair in a text, a number out of
 *   range.
 * @see https://github.com/mongodb/specifications/blob/master/source/extended-json/extended-json.md
 */
export function fromExtendedJson(
  document: unknown,
  label: { readonly collection: string; readonly id: string },
): StoredDocument {
  return rebuild(document, (value, path) => {
    const fault = faultIn(value);
    if (fault !== undefined) return new DocumentReader(value, label, path).fail(fault);
    if (typeof value === 'number') return Object.is(value, -0) ? { $numberDouble: '-0.0' } : value;
    if (typeof value !== 'object' || value === null || !isExtended(value)) return GO_ON;
    return read(value as Members, path) ?? new DocumentReader(value, label, path).fail('is malformed Extended JSON');
  }) as StoredDocument;
}

/** The stored form of a value; `undefined` when it is malformed. */
function read(value: Members, path: string): JsonValue | typeof OMIT | undefined {
  const [name = ''] = Object.keys(value);
  const stored = EXTENDED_FORMS[name]?.(value[name]);
  if (stored === null) return OMIT;
  return stored instanceof Date ? fromDate(stored.getTime(), path) : stored;
}

function fromDate(instant: number, path: string): JsonValue {
  const year = new Date(instant).getUTCFullYear();
  if (year < 1970 || year > 9999) return { $date: { $numberLong: String(instant) } };
  return isMomentPlace(path) ? toIso(instant) : { $date: toIso(instant) };
}

function faultIn(value: unknown): string | undefined {
  if (typeof value === 'number' && !Number.isFinite(value)) return 'is a number out of range';
  if (typeof value === 'string' && HALF_A_PAIR.test(value)) return 'holds half of a surrogate pair';
  if (typeof value !== 'object' || value === null || Array.isArray(value) || isExtended(value)) return undefined;
  const odd = Object.keys(value).find((name) => name.startsWith('$') || ODD_NAME.test(name));
  return odd === undefined ? undefined : `has a field ${JSON.stringify(odd)}, which no store can keep under that name`;
}
