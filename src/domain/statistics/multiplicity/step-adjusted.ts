/** What a p value of a rank (1 the smallest) among so many tests becomes before it is made monotone. */
type Adjust = (p: number, rank: number, tests: number) => number;

/**
 * Adjusts p values one after another from the smallest up (each at least the one before) or from the largest down (each
 * at most the one before), never above 1, and gives them back in their own order. `null` stays `null` and is no test.
 */
export function stepAdjusted(
  p: readonly (number | null)[],
  order: 'ascending' | 'descending',
  adjust: Adjust,
): readonly (number | null)[] {
  const ranked = p.flatMap((value, index) => (value === null ? [] : [{ value, index }]));
  ranked.sort((left, right) => left.value - right.value);
  const raw = ranked.map(({ value, index }, place) => ({ index, value: adjust(value, place + 1, ranked.length) }));
  const steps = order === 'ascending' ? raw : raw.reverse();
  const adjusted = new Map(running(steps, order === 'ascending' ? Math.max : Math.min));
  return p.map((_, index) => adjusted.get(index) ?? null);
}

function running(
  steps: readonly { readonly index: number; readonly value: number }[],
  bound: (last: number, next: number) => number,
): readonly (readonly [number, number])[] {
  let last = bound(0, 1) === 1 ? 0 : 1;
  return steps.map(({ index, value }) => {
    last = bound(last, Math.min(1, value));
    return [index, last];
  });
}
