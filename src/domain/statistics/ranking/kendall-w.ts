import { exactSum } from '../exact-sum.js';
import { sumOfSquares } from '../means/moments.js';
import { midRanks } from '../mid-ranks.js';
import { valueAt } from '../value-at.js';

/**
 * Kendall's coefficient of concordance W, corrected for ties: 12·Σ(R_i − R̄)² / (m²(n³ − n) − m·Σ(t³ − t)), R_i the sum of
 * the ranks of item i over m raters, t the sizes of the groups of ties. 1: all rank alike; 0: no agreement.
 *
 * Source: Kendall & Gibbons 1990, Rank Correlation Methods, 5th ed., 6.6–6.7.
 *
 * @param ratings a row for each rater (run), a column for each item; higher or lower is better alike
 * @returns `null` for no raters, fewer than two items, or raters that all tie everything
 * @throws RangeError for rows of different lengths: a defect in the caller.
 */
export function kendallW(ratings: readonly (readonly number[])[]): number | null {
  const raters = ratings.length;
  const items = ratings[0]?.length ?? 0;
  if (ratings.some((row) => row.length !== items)) throw new RangeError('every rater rates every item');
  const ranked = ratings.map(midRanks);
  const sums = Array.from({ length: items }, (_, item) => exactSum(ranked.map(({ ranks }) => valueAt(ranks, item))));
  const tied = exactSum(ranked.flatMap(({ ties }) => ties.map((size) => size ** 3 - size)));
  const most = raters ** 2 * (items ** 3 - items) - raters * tied;
  return most > 0 ? (12 * sumOfSquares(sums)) / most : null;
}
