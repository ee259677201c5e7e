import type { SampleKind } from '../dataset/sample.js';
import type { Interval } from '../statistics/interval.js';
import type { Instant } from '../time/instant.js';
import type { RunComparison } from './comparison/run-comparison.js';
import type { JudgeSelfTest } from './judge-self-test.js';
import type { JudgeUsage } from './judge-usage.js';
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

/**
 * `running` (for ever when the process was killed), `interrupted`, `failed`: to be resumed. `completed`;
 * `budget_exhausted`: the rest is unscored; `stopped_early`: the comparison with the baseline was decided before the end.
 */
export type RunStatus = 'running' | 'completed' | 'failed' | 'interrupted' | 'budget_exhausted' | 'stopped_early';

/** The choices of an export that make a data set file a part of what the store held. */
export interface ExportedAs {
  readonly limit: number | null;
  readonly sample: number | null;
  readonly realOnly: boolean;
}

/** What a run may spend; `null` for no bound. */
export interface RunBudget {
  readonly calls: number | null;
  readonly tokens: number | null;
}

/** The run that a run is compared with, and how. */
export interface BaselineChoice {
  readonly runId: string;
  /** Whether it was chosen as the pinned one. */
  readonly pinned: boolean;
  /** The largest difference that counts as none, on the scale of the scores. */
  readonly margin: number;
  /** Stop as soon as the comparison is decided. */
  readonly earlyStop: boolean;
}

/** A run of a scenario over a data set. */
export interface BenchmarkRun {
  readonly id: string;
  readonly scenario: string;
  /** Where the scenario's file lay, of one that was named by its path; left out of those that are found by name. */
  readonly scenarioPath?: string;
  readonly status: RunStatus;
  /** `null` while it runs, and where the thresholds do not apply. */
  readonly verdict: Verdict | null;
  /** Why there is no verdict although the run came to its end; else `null`. */
  readonly verdictReason: string | null;
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
    /**
     * What the manifest beside the file says of how it was exported; `null` where no manifest lists it, left out of runs of
     * older versions.
     */
    readonly manifest?: ExportedAs | null;
  };
  readonly judge: {
    readonly kind: string;
    readonly model: string;
    readonly promptVersion: string;
    readonly promptHash: string | null;
  };
  /** No judge was called: the scores are those stored with the samples. */
  readonly dryRun: boolean;
  /** How often each sample is judged, ≥ 1. */
  readonly repeats: number;
  /**
   * The standard deviation among the repeats of a sample by metric, all samples pooled; left out where each was judged
   * once.
   */
  readonly withinSampleSd?: Readonly<Record<string, number>>;
  /** What the judge's test of itself found before anything was judged; left out where there was none. */
  readonly selfTest?: JudgeSelfTest;
  readonly budget: RunBudget;
  readonly baseline: BaselineChoice | null;
  readonly includeSynthetic: boolean;
  readonly timezone: string;
  /** How many samples were drawn at random; `null` for all of them. */
  readonly limit: number | null;
  /** How many samples have a result, and which; of a run without an end, those that were stored when it was left. */
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
  /** What judging cost, the judge's test of itself included; of a run that was killed, what was known when it began. */
  readonly cost: JudgeUsage;
  /**
   * The part of the cost that no result holds: calls that were given up when the run ended early, and answers that could
   * not be stored. Left out where there is none, and for a judge whose calls cost nothing.
   */
  readonly costWithoutResults?: JudgeUsage;
  /** What a live run would cost, of a dry run that came to its end and could say so; else `null`. */
  readonly estimatedCost: JudgeUsage | null;
  /** How the run compares with its baseline; `null` without one, before the end, or where the baseline was deleted by then. */
  readonly comparison: RunComparison | null;
  readonly environment: Readonly<Record<string, string | number | null>>;
  readonly startedAt: Instant;
  /** When it was pinned as the baseline of its scenario; the latest counts. `null` when it was not. */
  readonly pinnedAt: Instant | null;
  readonly durationSeconds: number | null;
}
