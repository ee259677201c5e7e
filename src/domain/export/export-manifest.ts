import type { SampleKind } from '../dataset/sample.js';
import type { SkippedSummary } from './skipped-records.js';
import type { JsonValue } from '../shared/json-value.js';

/** One file of an export, as its manifest describes it. */
export interface ManifestFile {
  /** The file's name in the manifest's folder. */
  readonly path: string;
  readonly kind: SampleKind;
  readonly records: number;
  readonly bytes: number;
  readonly sha256: string;
  /** Size and hash before compression; `null` for a file that is not compressed. */
  readonly uncompressed: { readonly bytes: number; readonly sha256: string } | null;
  /** The schema's snapshot under `config/schemas/`. */
  readonly schema: string;
  readonly schema_sha256: string;
  /** SHA-256 of each 1,000 lines of the uncompressed text. */
  readonly blocks: readonly string[];
  /** What `--skip-invalid` left out; absent when nothing was. */
  readonly skipped?: SkippedSummary;
}

/** What lies in an export's folder and where it came from; nothing in it changes from run to run. */
export interface ExportManifest {
  readonly schema_version: 1;
  /** Tool and version that wrote it. */
  readonly created_by: string;
  readonly store: 'sqlite' | 'mongodb';
  /** By the path of the file that the query gave. */
  readonly query: Readonly<Record<string, JsonValue>>;
  readonly timezone: string;
  readonly dataset_hash: string | null;
  readonly scores_hash: string | null;
  /** By path. */
  readonly files: readonly ManifestFile[];
}

/**
 * Adds the files of an older manifest of the same folder to a new one. Files of another state of the data (store, data
 * set, scores, time zone) are left out, for the new manifest's words would not be true of them.
 */
export function mergeManifests(older: ExportManifest | undefined, newer: ExportManifest): ExportManifest {
  if (older === undefined || stateOf(older) !== stateOf(newer)) return newer;
  const written = new Set(newer.files.map(({ path }) => path));
  const kept = older.files.filter(({ path }) => !written.has(path));
  const files = [...kept, ...newer.files].sort((a, b) => (a.path < b.path ? -1 : 1));
  const queries = { ...older.query, ...newer.query };
  const query = Object.fromEntries(files.map(({ path }) => [path, queries[path] ?? null]));
  return { ...newer, query, files };
}

function stateOf({ store, timezone, dataset_hash, scores_hash }: ExportManifest): string {
  return JSON.stringify([store, timezone, dataset_hash, scores_hash]);
}
