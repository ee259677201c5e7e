import type { JsonValue } from '../../domain/shared/json-value.js';
import type { FigureDifference } from './compare-figures.js';
import { compareFigures } from './compare-figures.js';
import type { Figures, OfferedMethod } from './offered-method.js';
import type { JsonFields, ReferenceVector } from './reference-vector.js';
import { VectorFault } from './vector-fault.js';
import { VectorFields } from './vector-fields.js';

/** A vector that was recomputed. */
export interface CheckedVector {
  readonly name: string;
  readonly method: string;
  readonly expected: JsonFields;
  /** The fields of `expected` that the product offers. */
  readonly computed: JsonFields;
  readonly ok: boolean;
  readonly differences: readonly FigureDifference[];
  /** Why nothing could be computed; `null` when something was. */
  readonly fault: string | null;
}

/** Recomputes a vector of an offered method and compares what the method offers. */
export function checkVector(vector: ReferenceVector, method: OfferedMethod): CheckedVector {
  const { name, expected, tolerance } = vector;
  const base = { name, method: vector.method, expected };
  const { figures, fault } = attempt(vector, method);
  if (fault !== null) return { ...base, computed: {}, ok: false, differences: [], fault };
  const offered = Object.keys(expected).filter((field) => method.fields.includes(field));
  const computed = Object.fromEntries(offered.map((field): [string, JsonValue] => [field, figures[field] ?? null]));
  const differences = offered.flatMap((field) =>
    compareFigures(expected[field] ?? null, computed[field] ?? null, tolerance, field),
  );
  return { ...base, computed, ok: differences.length === 0, differences, fault: null };
}

function attempt(
  vector: ReferenceVector,
  method: OfferedMethod,
): { readonly figures: Figures; readonly fault: string | null } {
  const inputs = new VectorFields('inputs', vector.inputs);
  try {
    const figures = method.compute({ inputs, params: new VectorFields('params', vector.params) });
    const [unknown] = inputs.unread;
    return { figures, fault: unknown === undefined ? null : `inputs.${unknown} is not known to ${vector.method}` };
  } catch (error) {
    if (error instanceof VectorFault || error instanceof RangeError) return { figures: {}, fault: error.message };
    throw error;
  }
}
