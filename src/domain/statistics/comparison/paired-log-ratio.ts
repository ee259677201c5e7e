import type { Interval } from '../interval.js';
import { expInterval } from '../means/geometric-mean.js';
import type { ClusteredPair, NoDifferenceIntervalReason } from './stratified-difference.js';
import { stratifiedDifference } from './stratified-difference.js';

/** How many times larger the candidate is than the baseline, over pairs. */
export interface PairedLogRatio {
  readonly n: number;
  /** Geometric mean of candidate/baseline; `null` for no pairs, or when a value is not above 0. */
  readonly ratio: number | null;
  readonly interval: Interval | null;
  readonly reason: NoDifferenceIntervalReason | 'a value not above 0' | null;
}

/**
 * The geometric mean of candidate/baseline with strata fixed and clusters drawn: `stratifiedDifference` of the
 * logarithms, carried back by exp.
 */
export function pairedLogRatio(pairs: readonly ClusteredPair[], level = 0.95): PairedLogRatio {
  const n = pairs.length;
  if (!pairs.every(({ baseline, candidate }) => baseline > 0 && candidate > 0))
    return { n, ratio: null, interval: null, reason: 'a value not above 0' };
  const logs = pairs.map((pair) => ({
    ...pair,
    baseline: Math.log(pair.baseline),
    candidate: Math.log(pair.candidate),
  }));
  const { mean, interval, reason } = stratifiedDifference(logs, level);
  const method = 'log-stratified-cluster-t';
  return { n, ratio: mean === null ? null : Math.exp(mean), interval: expInterval(interval, method), reason };
}
