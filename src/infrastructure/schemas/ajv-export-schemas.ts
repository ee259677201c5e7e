import { createHash } from 'node:crypto';
import type { ExportSchema, ExportSchemas } from '../../application/ports/export-schemas.port.js';
import type { SampleKind } from '../../domain/dataset/sample.js';
import { DIGEST_EXPORT_SCHEMA } from './digest-export.schema.js';
import { REVIEW_REPORT_EXPORT_SCHEMA } from './review-report-export.schema.js';
import { compileSchema } from './schema-compiler.js';

const SOURCES = {
  digests: { file: 'digest-export.schema.json', schema: DIGEST_EXPORT_SCHEMA },
  review_reports: { file: 'review-report-export.schema.json', schema: REVIEW_REPORT_EXPORT_SCHEMA },
} as const;

/** The export schemas of this version, each compiled when it is first asked for. */
export class AjvExportSchemas implements ExportSchemas {
  readonly #compiled = new Map<SampleKind, ExportSchema>();

  of(kind: SampleKind): ExportSchema {
    const known = this.#compiled.get(kind);
    if (known !== undefined) return known;
    const made = compile(kind);
    this.#compiled.set(kind, made);
    return made;
  }
}

function compile(kind: SampleKind): ExportSchema {
  const { file, schema } = SOURCES[kind];
  const text = `${JSON.stringify(schema, null, 2)}\n`;
  const sha256 = createHash('sha256').update(text).digest('hex');
  return { file, version: String(schema['version']), text, sha256, check: compileSchema(schema) };
}
