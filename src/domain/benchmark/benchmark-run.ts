import type { SampleKind } from '../dataset/sample.js';
import type { Interval } from '../statistics/interval.js';
import type { Instant } from '../time/instant.js';
import type { MetricResult, Verdict } from './metric-result.js';

/** One quantile of the pipeline's latency. */
export interface LatencyQuantile {
  readonly quantile: number;
  readonly seconds: number | null;
  readonly interval: Interval | null;
}

/** The facts that are fixed before the first judge call. */
export interface Preregistration {
  /** SHA-256 over scenario, thresholds, data set and prompts. */
  readonly hash: string;
  readonly at: Instant;
}

/** A run of a scenario over a data set. */
export interface BenchmarkRun {
  readonly id: string;
  readonly scenario: string;
  /** `running` for ever when the process was killed. */
  readonly status: 'running' | 'completed' | 'failed' | 'interrupted';
  /** `null` unless it is completed. */
  readonly verdict: Verdict | null;
  readonly preregistration: Preregistration;
  readonly dataset: {
    /** The data set's name in the store where a manifest says it, else the file's own name without its ending. */
    readonly name: string;
    readonly kind: SampleKind;
    readonly path: string;
    readonly sha256: string;
    readonly samples: number;
    readonly imported: number;
    readonly synthetic: number;
    readonly unmarked: number;
  };
  readonly judge: { readonly kind: string; readonly model: string; readonly promptHash: string | null };
  readonly includeSynthetic: boolean;
  readonly timezone: string;
  /** How many samples were drawn at random; `null` for all of them. */
  readonly limit: number | null;
  readonly samples: {
    readonly total: number;
    readonly scored: number;
    readonly unscored: number;
    readonly errors: number;
  };
  /** Scored share of the samples that count. */
  readonly coverage: number | null;
  readonly metrics: readonly MetricResult[];
  readonly latency: { readonly n: number; readonly quantiles: readonly LatencyQuantile[] };
  readonly cost: {
    readonly calls: number;
    readonly tokensIn: number;
    readonly tokensOut: number;
    readonly cacheHits: number;
  };
  readonly environment: Readonly<Record<string, string | number | null>>;
  readonly startedAt: Instant;
  readonly durationSeconds: number | null;
}
