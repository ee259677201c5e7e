import { ascending } from '../ascending.js';
import { exactSum } from '../exact-sum.js';
import { mean } from '../means/moments.js';

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
  const ranked = ratings.map(ranksOf);
  const sums = Array.from({ length: items }, (_, item) => exactSum(ranked.map(({ ranks }) => ranks[item] ?? 0)));
  const centre = mean(sums) ?? 0;
  const spread = exactSum(sums.map((sum) => (sum - centre) ** 2));
  const most = raters ** 2 * (items ** 3 - items) - raters * exactSum(ranked.map(({ ties }) => ties));
  return most > 0 ? (12 * spread) / most : null;
}

/** Mid-ranks from 1, and Σ(t³ − t) over groups of ties. */
function ranksOf(row: readonly number[]): { readonly ranks: readonly number[]; readonly ties: number } {
  const sorted = ascending(row);
  const first = new Map<number, number>();
  const count = new Map<number, number>();
  sorted.forEach((value, index) => {
    if (!first.has(value)) first.set(value, index + 1);
    count.set(value, (count.get(value) ?? 0) + 1);
  });
  const ranks = row.map((value) => (first.get(value) ?? 0) + ((count.get(value) ?? 1) - 1) / 2);
  return { ranks, ties: exactSum([...count.values()].map((size) => size ** 3 - size)) };
}
