import type { NoIntervalReason, StratifiedMean } from '../stratified-mean.js';
import { stratifiedMean } from '../stratified-mean.js';

/** One sample measured twice, with its stratum (channel) and cluster (day). */
export interface ClusteredPair {
  readonly baseline: number;
  readonly candidate: number;
  readonly stratum: string;
  readonly cluster: string;
}

/** Why a mean difference has no interval: `identical` when candidate and baseline agree in every pair. */
export type NoDifferenceIntervalReason = Exclude<NoIntervalReason, 'at ceiling' | 'at floor'> | 'identical';

/** The mean of candidate − baseline with its error; negative when the candidate scores less. */
export interface StratifiedDifference extends Omit<StratifiedMean, 'reason'> {
  readonly reason: NoDifferenceIntervalReason | null;
}

/**
 * The mean of candidate − baseline over pairs, with strata fixed and clusters drawn as in `stratifiedMean`: never the
 * difference of two unpaired means, whose error counts what both share.
 *
 * Source: Miller 2024, arXiv:2411.00640, section 4.2, with the error of `stratifiedMean`.
 */
export function stratifiedDifference(pairs: readonly ClusteredPair[], level = 0.95): StratifiedDifference {
  const scale = pairs.reduce((most, pair) => Math.max(most, Math.abs(pair.baseline), Math.abs(pair.candidate)), 0);
  const estimate = stratifiedMean(
    pairs.map(({ baseline, candidate, stratum, cluster }) => ({ value: candidate - baseline, stratum, cluster })),
    level,
    scale,
  );
  const { reason } = estimate;
  const identical = pairs.length > 0 && pairs.every(({ baseline, candidate }) => baseline === candidate);
  if (identical) return { ...estimate, reason: 'identical' };
  return { ...estimate, reason: reason === 'at ceiling' || reason === 'at floor' ? 'no spread' : reason };
}
