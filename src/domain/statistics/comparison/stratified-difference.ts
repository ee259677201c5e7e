import type { ClusteredValue, NoIntervalReason, StratifiedMean } from '../stratified-mean.js';
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
 *
 * @param pairs gone through several times and not kept, so that memory does not grow with them
 */
export function stratifiedDifference(pairs: Iterable<ClusteredPair>, level = 0.95): StratifiedDifference {
  const { scale, identical } = factsOf(pairs);
  const estimate = stratifiedMean({ [Symbol.iterator]: () => differences(pairs) }, level, scale);
  const { reason, n } = estimate;
  if (identical && n > 0) return { ...estimate, reason: 'identical' };
  return { ...estimate, reason: reason === 'at ceiling' || reason === 'at floor' ? 'no spread' : reason };
}

/** The largest |number|, and whether baseline and candidate agree in every pair. */
function factsOf(pairs: Iterable<ClusteredPair>): { readonly scale: number; readonly identical: boolean } {
  let scale = 0;
  let identical = true;
  for (const { baseline, candidate } of pairs) {
    scale = Math.max(scale, Math.abs(baseline), Math.abs(candidate));
    identical &&= baseline === candidate;
  }
  return { scale, identical };
}

function* differences(pairs: Iterable<ClusteredPair>): Generator<ClusteredValue> {
  for (const { baseline, candidate, stratum, cluster } of pairs)
    yield { value: candidate - baseline, stratum, cluster };
}
