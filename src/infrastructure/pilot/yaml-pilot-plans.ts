import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import type { PilotPlan, PilotPlans } from '../../application/ports/pilot-plans.port.js';
import { EtalonError } from '../../domain/errors/etalon-error.js';
import { firstOf } from '../../domain/shared/first-of.js';
import { readYaml } from '../yaml/read-yaml.js';
import { schemaFaults } from '../yaml/schema-faults.js';

const NAME = { type: 'string', pattern: '^[a-z0-9][a-z0-9_]*$' } as const;

const validate = new Ajv2020({ allErrors: true, strict: true }).compile({
  type: 'object',
  additionalProperties: false,
  required: ['schema_version', 'stage', 'scenario', 'required_roles'],
  properties: {
    schema_version: { const: 1 },
    stage: NAME,
    scenario: { type: 'string', minLength: 1 },
    required_roles: { type: 'array', minItems: 1, uniqueItems: true, items: NAME },
  },
});

interface PlanDocument {
  readonly stage: string;
  readonly scenario: string;
  readonly required_roles: readonly string[];
}

/** Pilots as `<stage>.yaml` in folders that lie over one another, the uppermost first. */
export class YamlPilotPlans implements PilotPlans {
  constructor(private readonly folders: readonly string[]) {}

  async load(stage: string): Promise<PilotPlan> {
    for (const folder of this.folders) {
      const path = join(folder, `${stage}.yaml`);
      const text = await textOf(path);
      if (text !== undefined) return planIn(text, path);
    }
    throw new EtalonError('PILOT_UNKNOWN', `There is no pilot of stage ${stage}.`, { details: { stage } });
  }
}

function planIn(text: string, path: string): PilotPlan {
  const reading = readYaml(text);
  const faults = schemaFaults(reading, validate, 'pilots');
  if (faults.length > 0) {
    const list = faults.map(({ line, column, message }) => `${path}:${line}:${column} ${message}`);
    throw new EtalonError('PILOT_PLAN_INVALID', firstOf(list).join('\n'), { details: { path } });
  }
  const { stage, scenario, required_roles: requiredRoles } = reading.content as PlanDocument;
  return { stage, scenario, requiredRoles };
}

async function textOf(path: string): Promise<string | undefined> {
  try {
    return await readFile(path, 'utf8');
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : undefined;
    if (code === 'ENOENT' || code === 'ENOTDIR') return undefined;
    throw new EtalonError('FILE_READ_FAILED', `${path} cannot be read.`, { details: { path }, cause: error });
  }
}
