import type { ErrorObject } from 'ajv/dist/2020.js';
import { Ajv2020 } from 'ajv/dist/2020.js';
import type { Document, LineCounter, Node } from 'yaml';
import { isNode } from 'yaml';
import type { YamlFault, YamlReading } from '../yaml/read-yaml.js';
import type { ScenarioDocument } from './scenario.schema.js';
import { SCENARIO_SCHEMA } from './scenario.schema.js';

const validate = new Ajv2020({ allErrors: true, strict: true }).compile(SCENARIO_SCHEMA);

/** All faults of a scenario file, by their place; none when it can be used. */
export function scenarioFaults(reading: YamlReading): readonly YamlFault[] {
  const faults = reading.faults.length > 0 ? reading.faults : contentFaults(reading);
  return [...faults].sort((a, b) => a.line - b.line || a.column - b.column);
}

function contentFaults({ content, document, lines }: YamlReading): readonly YamlFault[] {
  if (!validate(content)) return (validate.errors ?? []).map((error) => schemaFault(error, document, lines));
  return ruleFaults(content as ScenarioDocument).map(({ path, message }) => ({
    ...placeOf(path, document, lines),
    message,
  }));
}

function schemaFault(error: ErrorObject, document: Document, lines: LineCounter): YamlFault {
  const path = error.instancePath.split('/').slice(1);
  const extra: unknown = error.params['additionalProperty'];
  const at = typeof extra === 'string' ? [...path, extra] : path;
  const what = typeof extra === 'string' ? 'is not a setting of scenarios' : describe(error);
  return { ...placeOf(at, document, lines), message: `${at.join('.') || 'the file'} ${what}` };
}

function describe({ keyword, message, params }: ErrorObject): string {
  const allowed: unknown = params['allowedValues'] ?? params['allowedValue'];
  return keyword === 'enum' || keyword === 'const'
    ? `must be ${JSON.stringify(allowed).replace(/^\[|\]$/gu, '')}`
    : (message ?? keyword);
}

interface RuleFault {
  readonly path: readonly string[];
  readonly message: string;
}

/** What the schema cannot say: names are given once, and the warn value is on the bad side of the pass value. */
function ruleFaults({ metrics }: ScenarioDocument): readonly RuleFault[] {
  return metrics.flatMap((metric, index) => {
    const at = ['metrics', String(index)];
    const repeated = metrics.findIndex(({ name }) => name === metric.name) < index;
    const judges = Object.entries(metric.by_judge ?? {});
    return [
      ...(repeated ? [{ path: [...at, 'name'], message: `metric ${metric.name} is there twice` }] : []),
      ...orderFault(metric.direction, metric, at),
      ...judges.flatMap(([judge, values]) => orderFault(metric.direction, values, [...at, 'by_judge', judge])),
    ];
  });
}

function orderFault(
  direction: 'higher' | 'lower',
  { pass, warn }: { readonly pass: number; readonly warn: number },
  at: readonly string[],
): readonly RuleFault[] {
  if (direction === 'higher' ? warn <= pass : warn >= pass) return [];
  const side = direction === 'higher' ? 'above' : 'below';
  return [{ path: [...at, 'warn'], message: `warn ${warn} lies ${side} pass ${pass}` }];
}

/** The place of the innermost node on the path that is there. */
function placeOf(path: readonly string[], document: Document, lines: LineCounter) {
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
