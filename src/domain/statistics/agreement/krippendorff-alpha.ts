import { exactSum } from '../exact-sum.js';
import { groupBy } from '../group-by.js';
import { sumOfSquares } from '../means/moments.js';
import { midRanks } from '../mid-ranks.js';
import { valueAt } from '../value-at.js';

/** How far two values are apart: differ or not, by ranks, by their numbers. */
export type AgreementMetric = 'nominal' | 'ordinal' | 'interval';

/** A rating, `null` where a rater gave none. */
export type Rating = number | null;

/**
 * Krippendorff's α = 1 − D_o/D_e: the disagreement within units over that expected by chance. Units with fewer than two
 * ratings say nothing and are left out. The ordinal metric is the interval metric of mid-ranks: between c and k it is
 * (Σ_{g=c}^{k} n_g − (n_c + n_k)/2)², the squared distance of their mid-ranks.
 *
 * Source: Krippendorff 2011, Computing Krippendorff's Alpha-Reliability. Time O(n·log n), also for ratings that are all
 * different.
 *
 * @param ratings a row for each rater, a column for each unit
 * @returns `null` when no unit has two ratings, or all ratings are equal: chance cannot be told from agreement then
 */
export function krippendorffAlpha(ratings: readonly (readonly Rating[])[], metric: AgreementMetric): number | null {
  const units = unitsOf(ratings).filter((unit) => unit.length >= 2);
  const all = units.flat();
  if (all.every((value) => value === all[0])) return null;
  const [scaled, spread] = metric === 'nominal' ? [units, differing] : [scaledBy(units, all, metric), squaredDistances];
  const observed = exactSum(scaled.map((unit) => spread(unit) / (unit.length - 1)));
  return 1 - (observed * (all.length - 1)) / spread(scaled.flat());
}

/** The ratings of each unit, without those that are missing. */
export function unitsOf(ratings: readonly (readonly Rating[])[]): readonly (readonly number[])[] {
  const length = ratings.reduce((most, row) => Math.max(most, row.length), 0);
  return Array.from({ length }, (_, unit) => ratings.map((row) => row[unit] ?? null).filter((value) => value !== null));
}

function scaledBy(units: readonly (readonly number[])[], all: readonly number[], metric: 'ordinal' | 'interval') {
  if (metric === 'interval') return units;
  const { ranks } = midRanks(all);
  let next = 0;
  return units.map((unit) => unit.map(() => valueAt(ranks, next++)));
}

/** Ordered pairs of values that differ. */
function differing(values: readonly number[]): number {
  const groups = [...groupBy(values, (value) => value).values()];
  return values.length ** 2 - exactSum(groups.map(({ length }) => length ** 2));
}

/** Σ(x − y)² over ordered pairs: 2n·Σ(x − mean)². */
function squaredDistances(values: readonly number[]): number {
  return 2 * values.length * sumOfSquares(values);
}
