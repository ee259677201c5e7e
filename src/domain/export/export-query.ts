import type { SampleKind } from '../dataset/sample.js';
import type { JsonValue } from '../shared/json-value.js';
import type { Instant } from '../time/instant.js';
import { toIso } from '../time/instant.js';

/** Which documents an export took, with nothing left to a default: the same query finds the same documents again. */
export interface ExportQuery {
  readonly kind: SampleKind;
  /** The data set whose record gave what the caller left out; `null` when the store has none of that name. */
  readonly dataset: string | null;
  /** Sorted; `null` means every channel. */
  readonly channels: readonly string[] | null;
  /** First and last moment, both included; `null` means no bound. */
  readonly from: Instant | null;
  readonly to: Instant | null;
  readonly language: string | null;
  readonly realOnly: boolean;
  /** At most so many, the oldest first; `null` means all. */
  readonly limit: number | null;
  /** A random choice of `size` documents that depends on the seed and the ids alone; `null` means no choice. */
  readonly sample: { readonly seed: number; readonly size: number } | null;
  /** Whether personal data was replaced by placeholders. */
  readonly redact: boolean;
}

/** The query as a manifest holds it. */
export function exportQueryDocument(query: ExportQuery): JsonValue {
  return {
    kind: query.kind,
    dataset: query.dataset,
    channels: query.channels,
    from: query.from === null ? null : toIso(query.from),
    to: query.to === null ? null : toIso(query.to),
    language: query.language,
    real_only: query.realOnly,
    limit: query.limit,
    sample: query.sample === null ? null : { seed: query.sample.seed, size: query.sample.size },
    redact: query.redact,
  };
}
