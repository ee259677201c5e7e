import type { ListedSchema } from '../../../application/export/list-export-schemas.use-case.js';
import type { LineDifference } from '../../../domain/export/verify/line-difference.js';
import { defineHandler } from '../define-handler.js';
import type { Output } from '../output/output.js';

class SchemaOptions {
  check = false;
}

/** `etalon export schema` */
export const exportSchemaHandler = defineHandler(SchemaOptions, async ({ services, output }, { check }) => {
  const schemas = await (await services.get('listExportSchemas')).execute();
  const ok = schemas.every(({ same }) => same);
  output.json({ schema_version: 1, ...(check ? { ok } : {}), schemas: schemas.map(schemaDocument) });
  if (check) writeCheck(output, schemas);
  else for (const { text } of schemas) output.line(text.trimEnd());
  return check && !ok ? 2 : 0;
});

function schemaDocument({ kind, file, version, sha256, text, snapshot, same, difference }: ListedSchema): object {
  const first = difference && { path: difference.field, snapshot: difference.file, expected: difference.store };
  return { kind, file, version, sha256, snapshot, same, difference: first, schema: JSON.parse(text) as unknown };
}

function writeCheck(output: Output, schemas: readonly ListedSchema[]): void {
  const rows = schemas.map(({ file, version, sha256, snapshot, same }) => ({
    schema: file,
    version,
    sha256: sha256.slice(0, 16),
    snapshot: snapshot ?? 'missing',
    same: same ? 'yes' : 'NO',
  }));
  output.table(rows);
  for (const { file, difference } of schemas) if (difference !== null) writeDifference(output, file, difference);
}

function writeDifference(output: Output, file: string, { field, file: found, store }: LineDifference): void {
  const [snapshot, expected] = [found, store].map((text) => (text === null ? 'nothing' : JSON.stringify(text)));
  const place = field === '' ? 'its text' : field;
  output.line(output.style.red(`${file}: first difference at ${place}: ${snapshot} there, ${expected} expected`));
}
