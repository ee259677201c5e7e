import type { RandomSource } from '#etalon/domain/shared/random-source.js';
import { normalQuantile } from '#etalon/domain/statistics/distributions/normal-distribution.js';
import { oneSidedQuantileBounds, orderStatisticInterval } from '#etalon/domain/statistics/order-statistic-interval.js';
import { normal } from './draws.js';

/** How often bounds of a latency quantile hold. `null` where the number of latencies gives none. */
export interface QuantileCoverage {
  readonly twoSided: number | null;
  readonly oneSided: number | null;
}

/** Draws lognormal latencies again and again and looks whether the 95 % bounds of a quantile hold the true one. */
export function quantileCoverage(n: number, p: number, runs: number, random: RandomSource): QuantileCoverage {
  const truth = Math.exp(normalQuantile(p));
  let twoSided: number | null = 0;
  let oneSided: number | null = 0;
  for (let run = 0; run < runs; run += 1) {
    const sorted = Array.from({ length: n }, () => Math.exp(normal(random))).sort((a, b) => a - b);
    const { lower, upper } = orderStatisticInterval(sorted, p);
    twoSided = lower === null || upper === null ? null : twoSided! + Number(lower <= truth && truth <= upper);
    const bound = oneSidedQuantileBounds(sorted, p).upper;
    oneSided = bound === null ? null : oneSided! + Number(truth <= bound);
  }
  const share = (count: number | null) => (count === null ? null : count / runs);
  return { twoSided: share(twoSided), oneSided: share(oneSided) };
}
