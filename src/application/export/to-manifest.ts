import type { ExportManifest, ManifestFile } from '../../domain/export/export-manifest.js';
import { exportQueryDocument } from '../../domain/export/export-query.js';
import type { SkippedSummary } from '../../domain/export/skipped-records.js';
import type { ExportSchema } from '../ports/export-schemas.port.js';
import type { WrittenFile } from '../ports/export-writer.port.js';
import type { Store } from '../ports/store.port.js';
import { baseOf } from './file-path.js';
import type { ResolvedExport } from './resolve-export.js';
import type { DatasetState } from './state-of-dataset.js';

/** What one export wrote, and from what. */
export interface ExportFacts {
  readonly createdBy: string;
  readonly store: Store['kind'];
  readonly resolved: ResolvedExport;
  readonly state: DatasetState;
  readonly schema: ExportSchema;
  readonly written: WrittenFile;
  readonly skipped: SkippedSummary | undefined;
}

/** The manifest of one export by itself. */
export function toManifest(facts: ExportFacts): ExportManifest {
  const { query, zone } = facts.resolved;
  const file = manifestFile(facts);
  return {
    schema_version: 1,
    created_by: facts.createdBy,
    store: facts.store,
    query: { [file.path]: exportQueryDocument(query) },
    timezone: zone.name,
    dataset_hash: facts.state.datasetHash,
    scores_hash: facts.state.scoresHash,
    files: [file],
  };
}

function manifestFile({ resolved, schema, written, skipped }: ExportFacts): ManifestFile {
  const { records, bytes, sha256, uncompressed, blocks } = written;
  return {
    path: baseOf(written.path),
    kind: resolved.query.kind,
    ...{ records, bytes, sha256, uncompressed },
    schema: schema.file,
    schema_sha256: schema.sha256,
    blocks,
    ...(skipped === undefined || skipped.count === 0 ? {} : { skipped }),
  };
}
