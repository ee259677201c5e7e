import { groupBy } from './group-by.js';
import { valueAt } from './value-at.js';

/** The places of values among all of them. */
export interface MidRanks {
  /** From 1, in the order of the values; ties share their mean place. */
  readonly ranks: readonly number[];
  /** How many values are tied, group by group; 1 for a value of its own. */
  readonly ties: readonly number[];
}

/** Ranks the values, smallest first. O(n·log n). */
export function midRanks(values: readonly number[]): MidRanks {
  const order = values.map((value, index) => ({ value, index })).sort((left, right) => left.value - right.value);
  const groups = [...groupBy(order, ({ value }) => value).values()];
  const ranks = new Float64Array(values.length);
  let before = 0;
  for (const group of groups) {
    for (const { index } of group) ranks[index] = before + (group.length + 1) / 2;
    before += group.length;
  }
  return { ranks: values.map((_, index) => valueAt(ranks, index)), ties: groups.map(({ length }) => length) };
}
