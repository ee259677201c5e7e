import type { SourceIndex } from './source-index.js';
import { rarity } from './source-index.js';
import type { Token } from './tokens.js';
import { isMeaningful } from './tokens.js';

/** The post that a sentence most likely tells of. */
export interface BestUnit {
  /** Its place in the source. */
  readonly unit: number;
  /** Which of the sentence's meaningful tokens it holds, by weight of rarity, 0…1. */
  readonly support: number;
  /** Where in the post the sentence's words stand: the median of their first places. */
  readonly place: number;
}

/** Finds the post that shares the most with a sentence, the first of equals; `undefined` when none shares anything. */
export function bestUnit(tokens: readonly Token[], index: SourceIndex): BestUnit | undefined {
  const stems = [...new Set(tokens.filter(isMeaningful).map(({ stem }) => stem))];
  const weights = stems.map((stem) => rarity(index, stem));
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  let best = -1;
  let most = 0;
  index.units.forEach(({ places }, unit) => {
    const shared = stems.reduce((sum, stem, at) => sum + (places.has(stem) ? (weights[at] ?? 0) : 0), 0);
    if (shared > most) [best, most] = [unit, shared];
  });
  if (best < 0) return undefined;
  return { unit: best, support: most / total, place: middlePlace(stems, best, index) };
}

function middlePlace(stems: readonly string[], unit: number, index: SourceIndex): number {
  const places = stems
    .map((stem) => index.units[unit]?.places.get(stem))
    .filter((place) => place !== undefined)
    .sort((a, b) => a - b);
  return places[Math.floor(places.length / 2)] ?? 0;
}
