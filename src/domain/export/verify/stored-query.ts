import type { SampleKind } from '../../dataset/sample.js';
import type { Instant } from '../../time/instant.js';
import type { ExportQuery } from '../export-query.js';

/** A query as a manifest holds it, once it was checked against the manifest's schema. */
export interface StoredQuery {
  readonly kind: SampleKind;
  readonly dataset: string | null;
  readonly channels: readonly string[] | null;
  readonly from: string | null;
  readonly to: string | null;
  readonly language: string | null;
  readonly real_only: boolean;
  readonly limit: number | null;
  readonly sample: { readonly seed: number; readonly size: number } | null;
  /** Absent in manifests of versions that could not redact. */
  readonly redact?: boolean;
}

/** The query that a manifest holds, to be run again; the inverse of `exportQueryDocument`. */
export function toExportQuery(stored: StoredQuery): ExportQuery {
  const { kind, dataset, channels, language, limit, sample, redact = false } = stored;
  const period = { from: instantOf(stored.from), to: instantOf(stored.to) };
  return { kind, dataset, channels, language, limit, sample, redact, ...period, realOnly: stored.real_only };
}

function instantOf(text: string | null): Instant | null {
  return text === null ? null : Date.parse(text);
}
