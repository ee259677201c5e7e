import { canonicalJson } from '../shared/canonical-json.js';
import type { JsonValue } from '../shared/json-value.js';
import type { ExportDocument } from './export-document.js';

/**
 * Writes a document as the one line that it always is: keys in the order of the format, the names of feature flags by
 * UTF-16 code units, no white space, numbers in the shortest form that reads back the same, −0 as 0, half surrogate
 * pairs as `\udXXX`. The newline is not part of it.
 *
 * The runtime writes just that, and faster, as long as the flags come in their order; it puts names that look like
 * numbers first, and such a document is written member by member. A number that JSON cannot hold is refused by the
 * schema before.
 */
export function canonicalLine(document: ExportDocument): string {
  return flagsAreInOrder(document) ? JSON.stringify(document) : canonicalMembers(document);
}

function flagsAreInOrder({ metadata }: ExportDocument): boolean {
  const { feature_flags } = metadata as { readonly feature_flags?: object };
  const names = Object.keys(feature_flags ?? {});
  return names.every((name, place) => place === 0 || (names[place - 1] ?? '') < name);
}

/** The same without the runtime's help; exported to be compared with it. */
export function canonicalMembers(document: ExportDocument): string {
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
