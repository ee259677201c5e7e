import type { SampleKind } from '../../domain/dataset/sample.js';
import type { ExportDocument } from '../../domain/export/export-document.js';

/** Where a document breaks its schema: a JSON pointer ("" is the document itself) and what the rule asks for. */
export interface SchemaFault {
  readonly path: string;
  readonly rule: string;
}

/** The contract of an export's lines. */
export interface ExportSchema {
  /** The name of its snapshot: `digest-export.schema.json`. */
  readonly file: string;
  /** Its version, `1.0.0`. */
  readonly version: string;
  /** The text of the snapshot. */
  readonly text: string;
  /** SHA-256 of that text. */
  readonly sha256: string;
  /** The faults of a document; none when it fits. */
  check(document: ExportDocument): readonly SchemaFault[];
}

/** The schemas that exports are checked against, compiled. */
export interface ExportSchemas {
  of(kind: SampleKind): ExportSchema;
}
