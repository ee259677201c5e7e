/**
 * The Jaccard index of two sets of items, |A ∩ B| / |A ∪ B|: 0 (disjoint) … 1 (the same). For rankings cut both at k.
 *
 * Source: Jaccard 1912, New Phytologist 11, 37–50.
 *
 * @returns `null` when both are empty
 */
export function jaccard(a: readonly string[], b: readonly string[]): number | null {
  const [left, right] = [new Set(a), new Set(b)];
  const common = [...left].filter((item) => right.has(item)).length;
  const union = left.size + right.size - common;
  return union === 0 ? null : common / union;
}
