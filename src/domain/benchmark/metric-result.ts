import type { Interval } from '../statistics/interval.js';

/** PASS, WARN and FAIL come from the estimate; INSUFFICIENT means that there is not enough to say. */
export type Verdict = 'PASS' | 'WARN' | 'FAIL' | 'INSUFFICIENT';

/** What came out for one metric. */
export interface MetricResult {
  readonly name: string;
  readonly direction: 'higher' | 'lower';
  /** `null` where there is none; `reason` then says why. */
  readonly estimate: number | null;
  readonly interval: Interval | null;
  readonly n: number;
  readonly clusters: number;
  readonly designEffect: number | null;
  readonly autocorrelation: number | null;
  readonly pass: number;
  readonly warn: number;
  readonly verdict: Verdict;
  /** `strong` when the interval agrees with the verdict, `weak` when only the estimate does. */
  readonly strength: 'strong' | 'weak' | null;
  /** Why there is no estimate or no interval, or why the verdict is weak. */
  readonly reason: string | null;
  /** Mean and number of samples by provenance, those outside the estimate included. */
  readonly byProvenance: Readonly<Record<string, { readonly estimate: number | null; readonly n: number }>>;
}
