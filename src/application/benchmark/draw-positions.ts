import type { RandomSource } from '../../domain/shared/random-source.js';

/**
 * Draws `count` of the positions 0 … total − 1 without replacement: the first steps of a Fisher–Yates shuffle, so a
 * smaller draw of the same stream is a part of a larger one.
 *
 * @returns the positions, or `undefined` when all of them are wanted
 */
export function drawPositions(
  total: number,
  count: number | null,
  random: RandomSource,
): ReadonlySet<number> | undefined {
  if (count === null || count >= total) return undefined;
  const moved = new Map<number, number>();
  const drawn = new Set<number>();
  for (let place = 0; place < count; place += 1) {
    const other = place + random.integer(total - place);
    drawn.add(moved.get(other) ?? other);
    moved.set(other, moved.get(place) ?? place);
  }
  return drawn;
}
