import type { ErrorObject, ValidateFunction } from 'ajv';
import { Ajv } from 'ajv';
import type { SampleKind } from '../../../domain/dataset/sample.js';
import { EtalonError } from '../../../domain/errors/etalon-error.js';
import { SAMPLE_FIELDS } from './sample-fields.js';
import { SAMPLE_SCHEMAS } from './sample.schema.js';
import type { StoredDocument } from './stored-document.js';

const compiled = new Map<SampleKind, ValidateFunction>();

/**
 * Checks a document against the schema of its kind, which is compiled at the first use.
 *
 * @throws STORE_DOCUMENT_INVALID with the record's id and the path of the first fault.
 */
export function checkSampleDocument(kind: SampleKind, document: StoredDocument): void {
  const validate = validatorOf(kind);
  if (!validate(document)) refuse(kind, document, validate.errors?.[0]);
}

/** Whether a value has just the shape of the documents that stores write. */
export function fitsSampleSchema(kind: SampleKind, document: unknown): boolean {
  return validatorOf(kind)(document);
}

function validatorOf(kind: SampleKind): ValidateFunction {
  const known = compiled.get(kind);
  if (known !== undefined) return known;
  const validate = new Ajv({ strict: true }).compile(SAMPLE_SCHEMAS[kind]);
  compiled.set(kind, validate);
  return validate;
}

function refuse(kind: SampleKind, document: StoredDocument, fault: ErrorObject | undefined): never {
  const id = idOf(kind, document);
  const [path, problem] = [fault?.instancePath ?? '', fault?.message ?? 'does not fit'];
  const name = fault?.propertyName === undefined ? '' : ` (${JSON.stringify(fault.propertyName)})`;
  throw new EtalonError(
    'STORE_DOCUMENT_INVALID',
    `Record ${JSON.stringify(id)} of ${kind} cannot be stored: ${path}${name} ${problem}.`,
    { details: { collection: kind, id, path, problem }, hint: 'Correct the record that the message names.' },
  );
}

function idOf(kind: SampleKind, document: StoredDocument): string {
  const id = document[SAMPLE_FIELDS[kind].id];
  return typeof id === 'string' ? id : '';
}
