import type { Stem, Token } from './tokens.js';
import { isMeaningful, tokensOf } from './tokens.js';

/** A post of the source: where each stem first stands, which pairs of neighbours it has, what it is about. */
export interface IndexedUnit {
  /** Stem → place of its first token. */
  readonly places: ReadonlyMap<string, number>;
  /** "left right" for meaningful tokens that follow one another. */
  readonly neighbours: ReadonlySet<string>;
  /** The stems that say what it is about, the weightiest first. */
  readonly keys: readonly (readonly [stem: string, weight: number])[];
}

/** The source, ready to be asked what it says. */
export interface SourceIndex {
  readonly units: readonly IndexedUnit[];
  /** In how many units each stem stands. */
  readonly frequency: ReadonlyMap<string, number>;
  /** The first letters of every stem: words of one root mostly share them. */
  readonly beginnings: ReadonlySet<string>;
  /** How many words it has. */
  readonly words: number;
}

const LEAD = 24;
const LEAD_WEIGHT = 2;
const KEYS = 8;
const FEWEST_KEYS = 3;

/** Indexes the units of a source. */
export function indexSource(units: readonly string[], stem: Stem): SourceIndex {
  const tokens = units.map((unit) => tokensOf(unit, stem));
  const frequency = new Map<string, number>();
  for (const list of tokens)
    for (const found of new Set(list.filter(isMeaningful).map((token) => token.stem)))
      frequency.set(found, (frequency.get(found) ?? 0) + 1);
  return {
    units: tokens.map((list) => indexUnit(list, frequency, units.length)),
    frequency,
    beginnings: new Set([...frequency.keys()].map(beginningOf)),
    words: tokens.reduce((sum, list) => sum + list.length, 0),
  };
}

/** The first five letters of a stem. */
export function beginningOf(stem: string): string {
  return stem.slice(0, 5);
}

/** How much a stem tells one post from the others: ln(1 + posts / posts with it). */
export function rarity(index: SourceIndex, stem: string): number {
  return Math.log(1 + index.units.length / (index.frequency.get(stem) ?? 1));
}

function indexUnit(tokens: readonly Token[], frequency: ReadonlyMap<string, number>, count: number): IndexedUnit {
  const places = new Map<string, number>();
  const neighbours = new Set<string>();
  const meaningful = tokens.filter(isMeaningful);
  meaningful.forEach(({ stem }, at) => {
    if (!places.has(stem)) places.set(stem, at);
    const next = meaningful[at + 1];
    if (next !== undefined) neighbours.add(`${stem} ${next.stem}`);
  });
  return { places, neighbours, keys: keysOf(places, frequency, count) };
}

function keysOf(
  places: ReadonlyMap<string, number>,
  frequency: ReadonlyMap<string, number>,
  count: number,
): IndexedUnit['keys'] {
  if (places.size < FEWEST_KEYS) return [];
  const weighed = [...places].map(([stem, place]) => {
    const weight = Math.log(1 + count / (frequency.get(stem) ?? 1)) * (place < LEAD ? LEAD_WEIGHT : 1);
    return [stem, weight, place] as const;
  });
  weighed.sort((a, b) => b[1] - a[1] || a[2] - b[2]);
  return weighed.slice(0, KEYS).map(([stem, weight]) => [stem, weight]);
}
