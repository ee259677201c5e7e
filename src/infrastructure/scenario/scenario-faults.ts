import { Ajv2020 } from 'ajv/dist/2020.js';
import type { YamlFault, YamlReading } from '../yaml/read-yaml.js';
import { placeOf, schemaFaults } from '../yaml/schema-faults.js';
import type { ScenarioDocument } from './scenario.schema.js';
import { SCENARIO_SCHEMA } from './scenario.schema.js';

const validate = new Ajv2020({ allErrors: true, strict: true }).compile(SCENARIO_SCHEMA);

/** All faults of a scenario file, by their place; none when it can be used. */
export function scenarioFaults(reading: YamlReading): readonly YamlFault[] {
  const faults = schemaFaults(reading, validate, 'scenarios');
  const all = faults.length > 0 ? faults : brokenRules(reading);
  return [...all].sort((a, b) => a.line - b.line || a.column - b.column);
}

function brokenRules({ content, document, lines }: YamlReading): readonly YamlFault[] {
  return ruleFaults(content as ScenarioDocument).map(({ path, message }) => ({
    ...placeOf(path, document, lines),
    message,
  }));
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
      ...valueFaults(metric.direction, metric, at),
      ...judges.flatMap(([judge, values]) => valueFaults(metric.direction, values, [...at, 'by_judge', judge])),
    ];
  });
}

interface Values {
  readonly pass: number;
  readonly warn: number;
}

/** Scores lie in 0…1: a value outside passes everything, or nothing. What is better when lower are seconds. */
function valueFaults(direction: 'higher' | 'lower', values: Values, at: readonly string[]): readonly RuleFault[] {
  const most = direction === 'higher' ? 1 : Infinity;
  const outside = (['pass', 'warn'] as const).filter((name) => values[name] < 0 || values[name] > most);
  const faults = outside.map((name) => ({
    path: [...at, name],
    message: `${name} ${values[name]} lies outside ${direction === 'higher' ? '0…1' : 'what seconds can be'}`,
  }));
  return [...faults, ...orderFault(direction, values, at)];
}

function orderFault(
  direction: 'higher' | 'lower',
  { pass, warn }: Values,
  at: readonly string[],
): readonly RuleFault[] {
  if (direction === 'higher' ? warn <= pass : warn >= pass) return [];
  const side = direction === 'higher' ? 'above' : 'below';
  return [{ path: [...at, 'warn'], message: `warn ${warn} lies ${side} pass ${pass}` }];
}
