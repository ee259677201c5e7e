import { canonicalJson } from '../shared/canonical-json.js';
import type { JsonValue } from '../shared/json-value.js';
import type { ExportDocument } from './export-document.js';

/**
 * Writes a document as the one line that it always is: keys in the order of the format, the names of feature flags by
 * UTF-16 code units, no white space, numbers in the shortest form that reads back the same, −0 as 0, half surrogate
 * pairs as `\udXXX`. The newline is not part of it.
 *
 * @throws RangeError for a number that JSON cannot hold, which the schema refuses before.
 */
export function canonicalLine(document: ExportDocument): string {
  return members({ ...document }, (key, value) => (key === 'metadata' ? metadata(value) : ordered(value)));
}

function metadata(value: JsonValue): string {
  return members(value, (key, member) => (key === 'feature_flags' ? canonicalJson(member) : ordered(member)));
}

/** Everything but the flags has keys of the format, so their order of insertion is the order of the format. */
function ordered(value: JsonValue): string {
  return value !== null && typeof value === 'object'
    ? members(value, (_, member) => ordered(member))
    : canonicalJson(value);
}

function members(value: JsonValue, write: (key: string, member: JsonValue) => string): string {
  const parts = Object.entries(value ?? {}).map(
    ([key, member]) => `${JSON.stringify(key)}:${write(key, member as JsonValue)}`,
  );
  return `{${parts.join(',')}}`;
}
