import { binomialCdf } from './distributions/binomial-distribution.js';
import type { Interval } from './interval.js';

/** An interval of a quantile between two of the values themselves, with their ranks from 1; `null` where n gives none. */
export interface OrderStatisticInterval extends Interval {
  readonly lowerRank: number | null;
  readonly upperRank: number | null;
}

/**
 * The distribution-free interval of a quantile between two order statistics, with at most (1 − level)/2 on each side.
 * It takes the values as independent.
 *
 * Source: Conover 1999, Practical Nonparametric Statistics, 3.2: the number of values at or below the quantile is
 * binomial(n, p).
 *
 * @param sorted values in ascending order
 * @param p the quantile, in 0…1
 * @returns a bound is `null` when n is too small for it: 36 / 72 / 368 values for the upper one of p90 / p95 / p99
 */
export function orderStatisticInterval(sorted: ArrayLike<number>, p: number, level = 0.95): OrderStatisticInterval {
  return boundsAt(sorted, p, (1 - level) / 2, level, 'order-statistic');
}

/**
 * The lower and the upper one-sided bound of a quantile, each at the level itself: read one of them, not both as an
 * interval. An upper bound exists from 29 / 59 / 299 values on for p90 / p95 / p99 at 95 %.
 */
export function oneSidedQuantileBounds(sorted: ArrayLike<number>, p: number, level = 0.95): OrderStatisticInterval {
  return boundsAt(sorted, p, 1 - level, level, 'order-statistic one-sided');
}

/** The fewest values that give an upper bound of quantile p: the smallest n with pⁿ ≤ α. Source: Wilks 1941. */
export function fewestForUpperBound(p: number, alpha: number): number {
  return Math.ceil(Math.log(alpha) / Math.log(p) - ROUNDING_OF_LOGS);
}

/** A quotient of logarithms this little above a whole number is that number. */
const ROUNDING_OF_LOGS = 1e-9;

function boundsAt(
  sorted: ArrayLike<number>,
  p: number,
  tail: number,
  level: number,
  method: string,
): OrderStatisticInterval {
  const n = sorted.length;
  const lowerRank = n === 0 ? null : rankOfLower(n, p, tail);
  const upperRank = n === 0 ? null : rankOfUpper(n, p, tail);
  const at = (rank: number | null) => (rank === null ? null : (sorted[rank - 1] ?? null));
  return { lower: at(lowerRank), upper: at(upperRank), lowerRank, upperRank, level, method };
}

/** The highest rank r with P(X ≤ r − 1) ≤ tail. */
function rankOfLower(n: number, p: number, tail: number): number | null {
  const rank = firstRank(n, (candidate) => binomialCdf(candidate - 1, n, p) > tail) - 1;
  return rank === 0 ? null : rank;
}

/** The lowest rank r with P(X ≥ r) ≤ tail. */
function rankOfUpper(n: number, p: number, tail: number): number | null {
  const rank = firstRank(n, (candidate) => binomialCdf(candidate - 1, n, p) >= 1 - tail);
  return rank > n ? null : rank;
}

/** The first rank from 1 on for which `holds` is true (it stays true from there); n + 1 when there is none. */
function firstRank(n: number, holds: (rank: number) => boolean): number {
  let [low, high] = [1, n + 1];
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    if (holds(middle)) high = middle;
    else low = middle + 1;
  }
  return low;
}
