import type { RandomSource } from './random-source.js';

/** The items in a random order that the stream decides (Fisher and Yates, in the form of Durstenfeld 1964). */
export function shuffled<T>(items: readonly T[], random: RandomSource): readonly T[] {
  const result = [...items];
  for (let last = result.length - 1; last > 0; last--) {
    const other = random.integer(last + 1);
    [result[last], result[other]] = [result[other] as T, result[last] as T];
  }
  return result;
}
