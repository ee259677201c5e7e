import type { SentenceWord } from './sentence-word.js';
import type { SourceIndex } from './source-index.js';
import type { SourceStem } from './source-stem.js';

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

/** Finds the units that sentences tell of: one for a sample. */
export class UnitFinder {
  /** What a sentence shares with each unit; zeros between two sentences. */
  readonly #shared: Float64Array;
  /** The units with which it shares anything. */
  #touched: number[] = [];

  constructor(private readonly index: SourceIndex) {
    this.#shared = new Float64Array(index.units.length);
  }

  /** Finds the unit that shares the most with a sentence, the first of equals; `undefined` when none shares anything. */
  best(words: readonly SentenceWord[]): BestUnit | undefined {
    const stems = distinctStems(words);
    for (const stem of stems) this.#share(stem);
    const unit = this.#most();
    const candidates = unit === undefined ? [] : [unit, ...this.#nearly(unit)];
    this.#forget();
    return unit === undefined ? undefined : { unit, candidates, place: middlePlace(stems, unit) };
  }

  /** Adds up in the order of the sentence, so that sums are the same in every process. */
  #share(stem: SourceStem): void {
    if (stem.units.length > MOST_UNITS) return;
    const weight = this.index.rarity(stem);
    for (const unit of stem.units) {
      const before = this.#shared[unit] ?? 0;
      if (before === 0) this.#touched.push(unit);
      this.#shared[unit] = before + weight;
    }
  }

  #most(): number | undefined {
    let best: number | undefined;
    let most = 0;
    for (const unit of this.#touched) {
      const weight = this.#shared[unit] ?? 0;
      if (weight < most || (weight === most && best !== undefined && unit > best)) continue;
      best = unit;
      most = weight;
    }
    return best;
  }

  #nearly(best: number): readonly number[] {
    const least = NEARLY * (this.#shared[best] ?? 0);
    const near = this.#touched.filter((unit) => unit !== best && (this.#shared[unit] ?? 0) >= least);
    return near.sort((a, b) => a - b).slice(0, MOST_CANDIDATES - 1);
  }

  #forget(): void {
    for (const unit of this.#touched) this.#shared[unit] = 0;
    this.#touched = [];
  }
}

function distinctStems(words: readonly SentenceWord[]): readonly SourceStem[] {
  const seen = new Set<number>();
  const stems: SourceStem[] = [];
  for (const { token, stem } of words) {
    if (stem === undefined || token.word.facts.numeral !== undefined || seen.has(stem.id)) continue;
    seen.add(stem.id);
    stems.push(stem);
  }
  return stems;
}

function middlePlace(stems: readonly SourceStem[], unit: number): number {
  const places: number[] = [];
  for (const stem of stems) {
    const place = stem.placeIn(unit);
    if (place !== undefined) places.push(place);
  }
  places.sort((a, b) => a - b);
  return places[places.length >>> 1] ?? 0;
}
