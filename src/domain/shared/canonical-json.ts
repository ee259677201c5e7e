import type { JsonValue } from './json-value.js';

/**
 * Writes a value as canonical JSON: object keys sorted by UTF-16 code units, no white space, numbers in the shortest
 * form that reads back the same, −0 as 0. Equal values give equal bytes, whoever wrote them (after RFC 8785).
 *
 * @throws RangeError for a number that JSON cannot hold (NaN, ±Infinity): that is a defect in the caller.
 */
export function canonicalJson(value: JsonValue): string {
  if (typeof value === 'number') return canonicalNumber(value);
  if (value === null || typeof value !== 'object') return JSON.stringify(value);
  if (isList(value)) return `[${value.map(canonicalJson).join(',')}]`;
  const members = Object.keys(value)
    .sort()
    .map((key) => `${JSON.stringify(key)}:${canonicalJson(value[key] ?? null)}`);
  return `{${members.join(',')}}`;
}

function canonicalNumber(value: number): string {
  if (!Number.isFinite(value)) throw new RangeError(`JSON has no number ${String(value)}`);
  return JSON.stringify(value === 0 ? 0 : value);
}

function isList(value: JsonValue): value is readonly JsonValue[] {
  return Array.isArray(value);
}
