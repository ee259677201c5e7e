import type { ErrorObject, ValidateFunction } from 'ajv/dist/2020.js';
import type { Document, LineCounter, Node } from 'yaml';
import { isNode } from 'yaml';
import type { YamlFault, YamlReading } from './read-yaml.js';

/**
 * The faults of a YAML file: of its syntax, else of its schema, each with its place.
 *
 * @param owner whose settings they are, in the plural: `scenarios`
 */
export function schemaFaults(reading: YamlReading, validate: ValidateFunction, owner: string): readonly YamlFault[] {
  if (reading.faults.length > 0) return reading.faults;
  if (validate(reading.content)) return [];
  const { document, lines } = reading;
  return (validate.errors ?? []).map((error) => schemaFault(error, document, lines, owner));
}

function schemaFault(error: ErrorObject, document: Document, lines: LineCounter, owner: string): YamlFault {
  const path = error.instancePath.split('/').slice(1);
  const extra: unknown = error.params['additionalProperty'];
  const at = typeof extra === 'string' ? [...path, extra] : path;
  const what = typeof extra === 'string' ? `is not a setting of ${owner}` : describe(error);
  return { ...placeOf(at, document, lines), message: `${at.join('.') || 'the file'} ${what}` };
}

function describe({ keyword, message, params }: ErrorObject): string {
  const allowed: unknown = params['allowedValues'] ?? params['allowedValue'];
  return keyword === 'enum' || keyword === 'const'
    ? `must be ${JSON.stringify(allowed).replace(/^\[|\]$/gu, '')}`
    : (message ?? keyword);
}

/** The place of the innermost node on the path that is there. */
export function placeOf(path: readonly string[], document: Document, lines: LineCounter) {
  for (let depth = path.length; depth > 0; depth -= 1) {
    const node = document.getIn(path.slice(0, depth).map(asKey), true);
    if (isNode(node)) return placeAt(lines, startOf(node));
  }
  return { line: 1, column: 1 };
}

function asKey(part: string): string | number {
  return /^\d+$/u.test(part) ? Number(part) : part;
}

function startOf(node: Node): number {
  return node.range?.[0] ?? 0;
}

function placeAt(lines: LineCounter, offset: number) {
  const { line, col } = lines.linePos(offset);
  return { line, column: col };
}
