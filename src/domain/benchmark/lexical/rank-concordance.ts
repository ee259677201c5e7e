/**
 * Of all pairs whose values differ, the share that stands in ascending order; 1 when there is none. Counted with a
 * Fenwick tree in O(n log n).
 *
 * @param values whole numbers from 0
 */
export function rankConcordance(values: readonly number[]): number {
  const size = values.reduce((most, value) => Math.max(most, value), 0) + 1;
  const tree = new Float64Array(size + 1);
  const equal = new Map<number, number>();
  let [kept, pairs] = [0, 0];
  values.forEach((value, seen) => {
    kept += countBelow(tree, value);
    pairs += seen - (equal.get(value) ?? 0);
    equal.set(value, (equal.get(value) ?? 0) + 1);
    for (let at = value + 1; at <= size; at += at & -at) tree[at] = (tree[at] ?? 0) + 1;
  });
  return pairs === 0 ? 1 : kept / pairs;
}

function countBelow(tree: Float64Array, value: number): number {
  let sum = 0;
  for (let at = value; at > 0; at -= at & -at) sum += tree[at] ?? 0;
  return sum;
}
