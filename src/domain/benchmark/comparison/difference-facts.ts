import type { ClusteredPair } from '../../statistics/comparison/stratified-difference.js';
import { roundingOf } from '../../statistics/means/rounding.js';
import { RunningSum } from '../../statistics/running-sum.js';

/** What paired values say of their differences beside the mean. */
export interface DifferenceFacts {
  /** Whether baseline and candidate agree in every pair, as far as numbers can tell; not of no pairs. */
  readonly identical: boolean;
  /** Whether every difference is on the same side of 0. */
  readonly oneSided: boolean;
  /** The largest |difference|. */
  readonly largest: number;
  /** Cohen's d_z: mean over standard deviation; `null` where that is 0, or of fewer than two pairs. */
  readonly effectSize: number | null;
}

/** @param mean of the differences */
export function differenceFacts(pairs: Iterable<ClusteredPair>, mean: number): DifferenceFacts {
  const squares = new RunningSum();
  const signs = new Set<number>();
  let [identical, largest] = [true, 0];
  for (const pair of pairs) {
    const difference = pair.candidate - pair.baseline;
    squares.add((difference - mean) ** 2);
    signs.add(Math.sign(difference));
    largest = Math.max(largest, Math.abs(difference));
    identical &&= isNear(pair);
  }
  const oneSided = signs.size === 1 && !signs.has(0);
  const effectSize = effectSizeOf(squares, mean, largest);
  return { identical: identical && squares.count > 0, oneSided, largest, effectSize };
}

/** Scores that were worked out in another order may differ in their last digit. */
function isNear({ baseline, candidate }: ClusteredPair): boolean {
  return Math.abs(candidate - baseline) <= roundingOf(Math.max(Math.abs(baseline), Math.abs(candidate)));
}

/** A deviation that is no more than rounding is none. */
function effectSizeOf({ total, count }: RunningSum, mean: number, largest: number): number | null {
  const deviation = Math.sqrt(total / (count - 1));
  return count < 2 || deviation <= roundingOf(largest) ? null : mean / deviation;
}
