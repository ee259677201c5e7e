import type { ErrorObject, ValidateFunction } from 'ajv/dist/2020.js';
import { Ajv2020 } from 'ajv/dist/2020.js';
import type { SchemaFault } from '../../application/ports/export-schemas.port.js';

/** A compiled schema: the faults of a value, none when it fits. */
export type SchemaCheck = (value: unknown) => readonly SchemaFault[];

/** Compiles a JSON Schema (draft 2020-12). `version` is an annotation of ours. */
export function compileSchema(schema: Readonly<Record<string, unknown>>): SchemaCheck {
  const ajv = new Ajv2020({ strict: true, allowUnionTypes: true, allErrors: false });
  ajv.addKeyword('version');
  const validate: ValidateFunction = ajv.compile(schema);
  return (value) => (validate(value) ? [] : (validate.errors ?? []).map(faultOf));
}

function faultOf({ instancePath, keyword, message, params }: ErrorObject): SchemaFault {
  const extra = keyword === 'additionalProperties' ? `: ${String(params['additionalProperty'])}` : '';
  return { path: instancePath, rule: `${message ?? keyword}${extra}` };
}
