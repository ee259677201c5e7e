import type { SourceIndex } from './source-index.js';
import { rarity } from './source-index.js';
import type { Token } from './tokens.js';
import { isMeaningful } from './tokens.js';

/** The units that a sentence most likely tells of. */
export interface BestUnit {
  /** The place of the best one in the source. */
  readonly unit: number;
  /** It and others that share nearly as much, in the order of the source: a story may be told twice. */
  readonly candidates: readonly number[];
  /** Where in the best one the sentence's words stand: the median of their first places. */
  readonly place: number;
}

/** A stem in more units than this tells nothing, and following it would cost much. */
const MOST_UNITS = 200;
const NEARLY = 0.85;
const MOST_CANDIDATES = 3;

/** Finds the unit that shares the most with a sentence, the first of equals; `undefined` when none shares anything. */
export function bestUnit(tokens: readonly Token[], index: SourceIndex): BestUnit | undefined {
  const stems = [...new Set(tokens.filter(isMeaningful).map(({ word }) => word.stem))];
  const shared = sharedWeights(stems, index);
  let best = -1;
  let most = 0;
  for (const [unit, weight] of shared)
    if (weight > most || (weight === most && unit < best)) [best, most] = [unit, weight];
  if (best < 0) return undefined;
  const near = [...shared].flatMap(([unit, weight]) => (weight >= NEARLY * most && unit !== best ? [unit] : []));
  const candidates = [best, ...near.sort((a, b) => a - b).slice(0, MOST_CANDIDATES - 1)];
  return { unit: best, candidates, place: middlePlace(stems, best, index) };
}

/** Adds up in the order of the sentence, so that sums are the same in every process. */
function sharedWeights(stems: readonly number[], index: SourceIndex): ReadonlyMap<number, number> {
  const shared = new Map<number, number>();
  for (const stem of stems) {
    const units = index.postings.get(stem);
    if (units === undefined || units.length > MOST_UNITS) continue;
    const weight = rarity(index, stem);
    for (const unit of units) shared.set(unit, (shared.get(unit) ?? 0) + weight);
  }
  return shared;
}

function middlePlace(stems: readonly number[], unit: number, index: SourceIndex): number {
  const places = stems
    .map((stem) => index.units[unit]?.places.get(stem))
    .filter((place) => place !== undefined)
    .sort((a, b) => a - b);
  return places[Math.floor(places.length / 2)] ?? 0;
}
