import type { Interval } from '../../statistics/interval.js';

/** What a comparison says of a metric, and of a whole run; a run that stopped early can also be `not_worse`. */
export type ComparisonVerdict = 'equivalent' | 'better' | 'worse' | 'undecided' | 'not_worse';

/** One metric of two runs over the same samples. */
export interface MetricComparison {
  readonly name: string;
  /** `absolute`: in units of the score; `relative`: 1 − the ratio of geometric means, so 0.1 is ten per cent less. */
  readonly scale: 'absolute' | 'relative';
  /** Candidate − baseline with its sign turned so that positive is better; `null` without a pair. */
  readonly difference: number | null;
  /** Of the difference, 95 %. */
  readonly interval: Interval | null;
  /** Of the difference, 1 − 2α: inside ± margin the runs are equivalent. */
  readonly equivalenceInterval: Interval | null;
  readonly pValue: number | null;
  /** Corrected for the number of metrics (Holm). */
  readonly pHolm: number | null;
  /** Mean difference over the standard deviation of the differences (Cohen's d_z). */
  readonly effectSize: number | null;
  /** The smallest difference that so many pairs would show with a power of 80 %. */
  readonly mde: number | null;
  /** On the scale of `difference`. */
  readonly margin: number;
  readonly n: number;
  /** Days. */
  readonly clusters: number;
  readonly verdict: ComparisonVerdict;
  /** What a number alone does not say: identical results, no interval and why. */
  readonly reason: string | null;
}

/** Two runs held against each other, sample by sample. */
export interface RunComparison {
  /** The baseline. */
  readonly a: string;
  /** The candidate. */
  readonly b: string;
  readonly pairs: number;
  readonly unpaired: { readonly a: number; readonly b: number };
  readonly alpha: number;
  readonly baselinePinned: boolean;
  readonly metrics: readonly MetricComparison[];
  readonly verdict: ComparisonVerdict;
  /** Why it is what it is, in a sentence; another one where synthetic samples count in one of the runs alone. */
  readonly reason: string;
}
