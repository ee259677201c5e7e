/** At most `limit` items in order: all of them, or the first of each of `limit` equal parts of the list. */
export function evenlySpread<T>(items: readonly T[], limit: number): readonly T[] {
  if (items.length <= limit) return items;
  const step = items.length / limit;
  return items.filter((_, index) => Math.floor(index / step) !== Math.floor((index - 1) / step));
}
