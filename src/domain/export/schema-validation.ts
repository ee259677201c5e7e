import type { JsonValue } from '../shared/json-value.js';
import type { ExportManifest } from './export-manifest.js';

/**
 * What `schema_validation.json` says: every record of these files was checked against that schema. Those that are in them
 * fit; `invalid` ones were left out, and then it is not `ok`.
 */
export function schemaValidation({ files }: ExportManifest): JsonValue {
  return {
    schema_version: 1,
    ok: files.every(({ skipped }) => skipped === undefined),
    files: files.map(({ path, kind, schema, schema_sha256, records, skipped }) => {
      const invalid = skipped?.count ?? 0;
      return { path, kind, schema, schema_sha256, records: records + invalid, valid: records, invalid };
    }),
  };
}
