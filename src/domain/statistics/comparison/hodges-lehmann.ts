import { ascending } from '../ascending.js';
import { valueAt } from '../value-at.js';

/**
 * The Hodges–Lehmann shift: the median of all n·m differences a − b. The differences are not made: halving the range of
 * doubles 64 times, each time counting the differences below in one walk over both sorted samples, finds the middle one
 * exactly. O((n + m)·log(n + m)) with 64 or 128 walks.
 *
 * Source: Hodges & Lehmann 1963, Ann. Math. Statist. 34, 598–611.
 *
 * @returns `null` when a sample is empty
 */
export function hodgesLehmann(a: readonly number[], b: readonly number[]): number | null {
  const pairs = a.length * b.length;
  if (pairs === 0) return null;
  const [sortedA, sortedB] = [ascending(a), ascending(b)];
  const lower = differenceOfRank(sortedA, sortedB, Math.ceil(pairs / 2));
  if (pairs % 2 === 1) return lower;
  return (lower + differenceOfRank(sortedA, sortedB, pairs / 2 + 1)) / 2;
}

/** The difference that has `rank` − 1 others before it when all are sorted. */
function differenceOfRank(a: Float64Array, b: Float64Array, rank: number): number {
  let low = keyOf(valueAt(a, 0) - valueAt(b, b.length - 1));
  let high = keyOf(valueAt(a, a.length - 1) - valueAt(b, 0));
  while (low < high) {
    const middle = (low + high) >> 1n;
    if (countUpTo(a, b, numberOf(middle)) >= rank) high = middle;
    else low = middle + 1n;
  }
  return numberOf(low);
}

/** How many differences are at most `limit`. As a grows, fewer of the b are large enough. */
function countUpTo(a: Float64Array, b: Float64Array, limit: number): number {
  let [count, first] = [0, 0];
  for (const value of a) {
    while (first < b.length && value - valueAt(b, first) > limit) first += 1;
    count += b.length - first;
  }
  return count;
}

const view = new DataView(new ArrayBuffer(8));

/** Whole numbers in the order of the doubles that they stand for. Source: IEEE 754, the order of the encodings. */
function keyOf(value: number): bigint {
  view.setFloat64(0, Math.abs(value));
  const bits = view.getBigInt64(0);
  return value < 0 ? -bits : bits;
}

function numberOf(key: bigint): number {
  view.setBigInt64(0, key < 0n ? -key : key);
  const value = view.getFloat64(0);
  return key < 0n ? -value : value;
}
