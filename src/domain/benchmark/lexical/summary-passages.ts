import type { IndexedUnit } from './indexed-unit.js';
import type { UnitKeys } from './key-words.js';
import type { SentenceWord } from './sentence-word.js';
import type { SourceIndex } from './source-index.js';
import type { SourceStem } from './source-stem.js';
import { isWord } from './tokens.js';
import type { Sample, TracedSentence } from './trace-summary.js';
import type { WeightedStems } from './weighted-stems.js';

/** A passage, by its number, and the key words of a unit that it holds, in their order. */
export type Held = readonly [number, readonly SourceStem[]];

/** A passage that holds less of a post's key words, by weight, or fewer of them only happens to share words with it. */
const LEAST_SHARE = 0.33;
const FEWEST = { digest: 3, review: 2 } as const;
/** A sentence of so many different words and numbers, words among them, is taken over from a post that has this share. */
const QUOTED = 0.85;
const FEWEST_QUOTED = 4;
const FEWEST_WORDS_QUOTED = 2;
/** Half of a post's different words tell it, so many at the least. */
const FEWEST_WORDS = 24;
/** A word in more passages than this tells nothing from there on, and following it would cost much. */
const MOST_PLACES = 200;
const NONE: ReadonlySet<number> = new Set();

/**
 * The passages of a summary. A passage is a sentence; of a review, whose sentences draw on all passes, a paragraph. It tells
 * of a post when it holds a third of its key words, three at the least (of a review two), or a sentence that is taken over
 * from the post; only its own words count then. So the words of an instruction that stand scattered over the day, one here
 * and one there, tell of none. Several posts that share a story are told of by one passage.
 */
export class SummaryPassages {
  readonly #units: readonly IndexedUnit[];
  readonly #passages: readonly Passage[];
  readonly #places: ReadonlyMap<number, Places>;
  readonly #quoting: ReadonlyMap<number, ReadonlySet<number>>;
  readonly #fewest: number;

  /** @param sentences those that can tell something */
  constructor({ index, context }: Sample, sentences: readonly TracedSentence[]) {
    this.#units = index.units;
    this.#passages = context.wholeSource ? paragraphs(sentences) : sentences.map((sentence) => [sentence]);
    this.#places = placesOfWords(this.#passages);
    this.#quoting = quotingPassages(this.#passages, index);
    this.#fewest = FEWEST[context.wholeSource ? 'review' : 'digest'];
  }

  /** The passages that hold a sentence of the source, whether it has key words or not. */
  get quoting(): Places {
    return [...this.#quoting.values()].flatMap((places) => [...places]);
  }

  /** The passages that tell of a unit, each with the key words that it holds. */
  tellingOf({ unit, keys }: UnitKeys): readonly Held[] {
    const held = heldByPlace(keys, this.#places);
    const quoting = this.#quoting.get(unit) ?? NONE;
    const telling = Array.from(quoting, (place): Held => [place, held.get(place) ?? []]);
    for (const [place, stems] of held)
      if (!quoting.has(place) && this.#tells(stems, keys)) telling.push([place, stems]);
    return telling;
  }

  /** How many of a unit's different words and numbers these passages hold: 1 from half of them on, 24 at the least. */
  shareOfWords(place: number, held: readonly Held[]): number {
    const unit = this.#units[place];
    if (unit === undefined || held.length === 0) return 0;
    const told = new Set<number>();
    for (const [passage] of held)
      for (const { words } of this.#passages[passage] ?? [])
        for (const { stem } of words) if (stem !== undefined && unit.has(stem)) told.add(stem.id);
    return Math.min(1, told.size / Math.min(unit.distinct, Math.max(FEWEST_WORDS, unit.distinct / 2)));
  }

  /** The line that a passage stands on. */
  lineOf(place: number): number {
    return this.#passages[place]?.[0]?.line ?? -1;
  }

  #tells(held: readonly SourceStem[], keys: WeightedStems): boolean {
    if (held.length < Math.min(this.#fewest, keys.stems.length)) return false;
    return keys.weightOfAll(held) >= LEAST_SHARE * keys.weightOfAll(keys.stems);
  }
}

type Passage = readonly TracedSentence[];

function paragraphs(sentences: readonly TracedSentence[]): readonly Passage[] {
  const byLine = new Map<number, TracedSentence[]>();
  for (const sentence of sentences) pushTo(byLine, sentence.line, sentence);
  return [...byLine.values()];
}

/** Of passages, by their number. */
type Places = readonly number[];

/** By unit: the passages with a sentence that is taken over from it, nearly word for word. */
function quotingPassages(
  passages: readonly Passage[],
  { units }: SourceIndex,
): ReadonlyMap<number, ReadonlySet<number>> {
  const quoting = new Map<number, number[]>();
  passages.forEach((passage, place) => {
    for (const { words, match } of passage)
      for (const unit of match?.candidates ?? []) if (isQuoted(words, units[unit])) pushTo(quoting, unit, place);
  });
  return new Map(Array.from(quoting, ([unit, places]) => [unit, new Set(places)]));
}

function isQuoted(all: readonly SentenceWord[], unit: IndexedUnit | undefined): boolean {
  const seen = new Set<number>();
  let [words, taken] = [0, 0];
  for (const { token, stem } of all) {
    if (seen.has(token.word.stem)) continue;
    seen.add(token.word.stem);
    if (isWord(token)) words++;
    if (unit?.has(stem) === true) taken++;
  }
  return words >= FEWEST_WORDS_QUOTED && seen.size >= FEWEST_QUOTED && taken >= QUOTED * seen.size;
}

/** By stem and by root: the passages that have it, in order. */
function placesOfWords(passages: readonly Passage[]): ReadonlyMap<number, Places> {
  const places = new Map<number, number[]>();
  passages.forEach((passage, place) => {
    for (const { words } of passage)
      for (const { token } of words)
        if (isWord(token)) for (const id of [token.word.stem, token.word.root]) addPlace(places, id, place);
  });
  return places;
}

function addPlace(places: Map<number, number[]>, id: number, place: number): void {
  const known = places.get(id);
  if (known === undefined) places.set(id, [place]);
  else if (known[known.length - 1] !== place && known.length < MOST_PLACES) known.push(place);
}

/** By passage: the key words that it has, by stem or by root, each once. */
function heldByPlace({ stems }: WeightedStems, places: ReadonlyMap<number, Places>): ReadonlyMap<number, SourceStem[]> {
  const held = new Map<number, SourceStem[]>();
  for (const stem of stems) {
    const [asStem, asRoot] = [places.get(stem.word.stem) ?? [], places.get(stem.word.root) ?? []];
    for (const place of asRoot.length === 0 ? asStem : new Set([...asStem, ...asRoot])) pushTo(held, place, stem);
  }
  return held;
}

function pushTo<Value>(lists: Map<number, Value[]>, key: number, value: Value): void {
  const list = lists.get(key);
  if (list === undefined) lists.set(key, [value]);
  else list.push(value);
}
