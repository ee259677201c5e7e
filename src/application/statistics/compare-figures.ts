import type { JsonValue } from '../../domain/shared/json-value.js';
import type { JsonFields, ReferenceVector } from './reference-vector.js';

/** A figure that is not as expected. */
export interface FigureDifference {
  /** Where: `ci_t[1]`, `AC1.coef`. */
  readonly field: string;
  readonly expected: JsonValue;
  /** `null` where the product has none. */
  readonly computed: JsonValue;
  /** How far off it might have been; `null` where that is no question of distance. */
  readonly allowed: number | null;
}

type Tolerance = ReferenceVector['tolerance'];

/**
 * What differs: numbers by more than abs + rel·|expected|, everything else at all. A key of the tolerance that is contained
 * in a field's name replaces abs there (the longest that fits). `null` is "undefined": for a whole list too.
 */
export function compareFigures(
  expected: JsonValue,
  computed: JsonValue,
  tolerance: Tolerance,
  field: string,
): readonly FigureDifference[] {
  const parts = partsOf(expected, computed);
  if (parts !== null)
    return parts.flatMap(([key, want, got]) => compareFigures(want, got, tolerance, `${field}${key}`));
  const allowed = typeof expected === 'number' ? allowedFor(expected, tolerance, field) : null;
  return agrees(expected, computed, allowed) ? [] : [{ field, expected, computed, allowed }];
}

/** What lists of one length, or objects, are made of; `null` when both are compared as they are. */
function partsOf(
  expected: JsonValue,
  computed: JsonValue,
): readonly (readonly [string, JsonValue, JsonValue])[] | null {
  if (isList(expected) && isList(computed) && expected.length === computed.length)
    return expected.map((value, index) => [`[${index}]`, value, computed[index] ?? null]);
  if (isFields(expected) && isFields(computed))
    return Object.entries(expected).map(([key, value]) => [`.${key}`, value, computed[key] ?? null]);
  return null;
}

function agrees(expected: JsonValue, computed: JsonValue, allowed: number | null): boolean {
  if (typeof expected === 'number' && typeof computed === 'number')
    return Math.abs(computed - expected) <= (allowed ?? 0);
  if (computed === null && Array.isArray(expected))
    return expected.length > 0 && expected.every((item) => item === null);
  return expected === computed;
}

function allowedFor(expected: number, tolerance: Tolerance, field: string): number {
  const { abs = 0, rel = 0, ...byField } = tolerance;
  const fitting = Object.keys(byField).filter((key) => field.includes(key));
  const [own] = fitting.sort((left, right) => right.length - left.length);
  return (own === undefined ? abs : (byField[own] ?? abs)) + rel * Math.abs(expected);
}

function isList(value: JsonValue): value is readonly JsonValue[] {
  return Array.isArray(value);
}

function isFields(value: JsonValue): value is JsonFields {
  return typeof value === 'object' && value !== null && !isList(value);
}
