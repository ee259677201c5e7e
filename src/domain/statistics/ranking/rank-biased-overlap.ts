/**
 * Extrapolated rank-biased overlap of two rankings, 0 (disjoint) … 1 (identical): agreement at each depth, weighed by
 * p^depth, with the agreement at the end taken to go on. Rankings may differ in length.
 *
 * Source: Webber, Moffat & Zobel 2010, ACM Trans. Inf. Syst. 28(4), 20, equation 32 (30 for even lengths).
 *
 * @param a the items, best first, each once
 * @param p how far down a reader looks on average, in (0, 1): 0.9 is the first ten or so
 * @returns `null` when a ranking is empty
 * @throws RangeError for an item that stands twice in a ranking, or p outside (0, 1): a defect in the caller.
 */
export function rankBiasedOverlap(a: readonly string[], b: readonly string[], p = 0.9): number | null {
  if (!(p > 0 && p < 1)) throw new RangeError(`p lies between 0 and 1, got ${p}`);
  const [short, long] = a.length <= b.length ? [a, b] : [b, a];
  if (short.length === 0) return null;
  const overlaps = overlapsOf(short, long);
  const at = (depth: number) => overlaps[depth - 1] ?? 0;
  const [s, l] = [short.length, long.length];
  let sum = 0;
  for (let depth = 1; depth <= l; depth += 1) {
    const beyond = Math.max(0, depth - s);
    sum += (at(depth) / depth + (at(s) * beyond) / (s * depth)) * p ** depth;
  }
  return ((1 - p) / p) * sum + ((at(l) - at(s)) / l + at(s) / s) * p ** l;
}

/** How many items both have among their first 1, 2, … */
function overlapsOf(short: readonly string[], long: readonly string[]): readonly number[] {
  const [seenShort, seenLong] = [new Set<string>(), new Set<string>()];
  let common = 0;
  return long.map((item, index) => {
    const other = short[index];
    if (seenLong.has(item) || (other !== undefined && seenShort.has(other)))
      throw new RangeError('an item stands twice in a ranking');
    seenLong.add(item);
    if (other !== undefined) seenShort.add(other);
    common += Number(seenShort.has(item)) + Number(other !== undefined && other !== item && seenLong.has(other));
    return common;
  });
}
