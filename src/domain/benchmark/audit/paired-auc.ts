import { betaQuantile } from '../../statistics/distributions/beta-distribution.js';
import { exactSum } from '../../statistics/exact-sum.js';
import type { Interval } from '../../statistics/interval.js';
import { stratifiedMean } from '../../statistics/stratified-mean.js';
import { tQuantile } from '../../statistics/distributions/t-distribution.js';

/** What one metric says of a clean sample and of its own spoilt version, and the day that the sample is from. */
export interface MetricPair {
  readonly clean: number;
  readonly spoilt: number;
  readonly day: string;
}

/** How often the clean version scores above its own spoilt one. */
export interface PairedAuc {
  /** 0…1, a tie counting half; `null` without pairs. */
  readonly auc: number | null;
  readonly interval: Interval | null;
  /** Days that the pairs are from. */
  readonly clusters: number;
  readonly ties: number;
}

/** Scores that differ by less are rounding. */
const ROUNDING = 1e-9;

/**
 * The paired AUC with its interval.
 *
 * The interval is that of Korn and Graubard 1998 (Survey Methodology 24, 193–201): Clopper and Pearson's exact one, at
 * an effective number of pairs n* = min(n, p(1 − p)/SE²)·(t_{n−1}/t_{G−1})², SE the error of the mean with the G days as
 * clusters, t the quantiles of Student at the level. It does not collapse at 1.0, where n* is n times the ratio of the t alone,
 * and is wider when pairs of one day agree or there are few days. A tie is a half; that only makes it wider than needed,
 * because a value in 0…1 with mean p varies by p(1 − p) at most.
 */
export function pairedAuc(pairs: readonly MetricPair[], level = 0.95): PairedAuc {
  const values = pairs.map(({ clean, spoilt, day }) => ({ value: win(clean - spoilt), stratum: '', cluster: day }));
  const { mean: auc, standardError, clusters } = stratifiedMean(values, level);
  const ties = values.filter(({ value }) => value === 0.5).length;
  const n = auc === null ? 0 : effectivePairs(auc, standardError, pairs.length, clusters, level);
  return { auc, clusters, ties, interval: auc === null ? null : exactInterval(auc * n, n, level) };
}

function win(difference: number): number {
  if (Math.abs(difference) <= ROUNDING) return 0.5;
  return difference > 0 ? 1 : 0;
}

function effectivePairs(p: number, error: number | null, n: number, days: number, level: number): number {
  if (days < 2) return 1;
  const atLevel = 1 - (1 - level) / 2;
  const fewDays = (tQuantile(atLevel, n - 1) / tQuantile(atLevel, days - 1)) ** 2;
  return fewDays * (error === null ? n : Math.min(n, (p * (1 - p)) / error ** 2));
}

/** Clopper and Pearson 1934 by quantiles of the beta distribution, which take parts of a success as well. */
function exactInterval(successes: number, n: number, level: number): Interval {
  const tail = (1 - level) / 2;
  const failures = Math.max(0, n - successes);
  const lower = successes <= 0 ? 0 : betaQuantile(tail, successes, failures + 1);
  const upper = failures <= ROUNDING ? 1 : betaQuantile(1 - tail, successes + 1, failures);
  return { lower, upper, level, method: 'korn-graubard' };
}

/**
 * How often any clean score is above any spoilt one, a tie counting half: Mann and Whitney's U by ranks, over n·m.
 * `null` without scores.
 */
export function separability(pairs: readonly MetricPair[]): number | null {
  const n = pairs.length;
  if (n === 0) return null;
  const all = pairs.flatMap(({ clean, spoilt }) => [
    { score: clean, isClean: true },
    { score: spoilt, isClean: false },
  ]);
  all.sort((a, b) => a.score - b.score);
  return (rankSum(all) - (n * (n + 1)) / 2) / (n * n);
}

/** The sum of the ranks of clean scores; equal ones share the middle of their ranks. */
function rankSum(sorted: readonly { readonly score: number; readonly isClean: boolean }[]): number {
  let sum = 0;
  for (let start = 0; start < sorted.length;) {
    let end = start;
    while (end < sorted.length && (sorted[end]?.score ?? 0) - (sorted[start]?.score ?? 0) <= ROUNDING) end += 1;
    const clean = sorted.slice(start, end).filter(({ isClean }) => isClean).length;
    sum += (clean * (start + 1 + end)) / 2;
    start = end;
  }
  return sum;
}

/** By how much the spoilt versions score lower on average, and the share of them that does by `least` or more. */
export function drops(pairs: readonly MetricPair[], least: number) {
  const differences = pairs.map(({ clean, spoilt }) => clean - spoilt);
  if (differences.length === 0) return { meanDrop: null, shareDropping: null };
  return {
    meanDrop: exactSum(differences) / differences.length,
    shareDropping: differences.filter((drop) => drop >= least - ROUNDING).length / differences.length,
  };
}
