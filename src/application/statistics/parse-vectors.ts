import { EtalonError } from '../../domain/errors/etalon-error.js';
import type { JsonValue } from '../../domain/shared/json-value.js';
import { parseJson } from '../../domain/shared/parse-json.js';
import type { JsonFields, ReferenceVector } from './reference-vector.js';

/**
 * Reads a file of reference vectors; what else stands in it is left alone.
 *
 * @param path for messages only
 * @throws STATISTICS_VECTORS_INVALID with the file, the vector and what is wrong with it
 */
export function parseVectors(path: string, text: string): readonly ReferenceVector[] {
  const document = parseJson(text) as JsonValue | undefined;
  if (document === undefined) refuse(path, null, 'is not JSON');
  const vectors = isFields(document) ? document['vectors'] : undefined;
  if (!Array.isArray(vectors)) refuse(path, null, 'has no list "vectors"');
  const list = vectors as readonly JsonValue[];
  if (list.length === 0) refuse(path, null, 'has no vector: nothing would be checked');
  return list.map((vector, index) => vectorFrom(path, vector, index));
}

function vectorFrom(path: string, value: JsonValue, index: number): ReferenceVector {
  const fields = isFields(value) ? value : refuse(path, `vectors[${index}]`, 'is not an object');
  const { name, method } = fields;
  const label = typeof name === 'string' && name !== '' ? name : refuse(path, `vectors[${index}]`, 'has no "name"');
  if (typeof method !== 'string' || method === '') refuse(path, label, 'has no "method"');
  const part = (key: string): JsonFields => {
    const found = fields[key] ?? {};
    return isFields(found) ? found : refuse(path, label, `has a "${key}" that is not an object`);
  };
  const expected = part('expected');
  if (Object.keys(expected).length === 0) refuse(path, label, 'has nothing in "expected"');
  const tolerance = toleranceFrom(path, label, part('tolerance'));
  return { name: label, method, inputs: part('inputs'), params: part('params'), expected, tolerance };
}

function toleranceFrom(path: string, label: string, fields: JsonFields): Readonly<Record<string, number>> {
  const bad = Object.entries(fields).find(([, value]) => typeof value !== 'number' || value < 0);
  if (bad !== undefined) refuse(path, label, `has a tolerance "${bad[0]}" that is not a number of 0 or more`);
  return fields as Readonly<Record<string, number>>;
}

function isFields(value: JsonValue | undefined): value is JsonFields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function refuse(path: string, vector: string | null, what: string): never {
  const place = vector === null ? path : `${path}: the vector ${vector}`;
  throw new EtalonError('STATISTICS_VECTORS_INVALID', `${place} ${what}.`, { details: { path, vector } });
}
