import { STOP_WORDS } from '../../text/stop-words.js';
import { wordsOf } from '../../text/words.js';
import type { SparseVector } from './sparse-vector.js';
import { unitVector } from './sparse-vector.js';

const SHORTEST = 3;
/** Weights are multiples of this, so that the last bit of a runtime's logarithm cannot change a digest. */
const STEPS = 1024;

/** The terms of a text, as many times as they stand in it; made by a `TermSpace` and understood by it alone. */
export type Terms = readonly number[];

const NO_TERM = -1;

/** TF-IDF over Russian stems; a document is what one story unit of the day says. */
export class TermSpace {
  readonly #idOfWord = new Map<string, number>();
  readonly #idOfStem = new Map<string, number>();
  readonly #documentCounts: number[] = [];
  #documents = 0;

  constructor(private readonly stem: (word: string) => string) {}

  /** Counts a document's terms. Add all documents before asking for vectors. */
  add(text: string): Terms {
    const terms = this.terms(text);
    this.#documents++;
    for (const id of new Set(terms)) this.#documentCounts[id] = (this.#documentCounts[id] ?? 0) + 1;
    return terms;
  }

  /** The vector of a text, of length 1 (0 for a text without terms): term frequency damped by a square root, times idf. */
  vector(terms: Terms): SparseVector {
    return unitVector(terms, (id, count) => Math.sqrt(count) * this.#idf(id));
  }

  /** The terms of a text that is no document. */
  terms(text: string): Terms {
    const ids: number[] = [];
    for (const word of wordsOf(text)) {
      const id = this.#idOfWord.get(word) ?? this.#learn(word);
      if (id !== NO_TERM) ids.push(id);
    }
    return ids;
  }

  #idf(id: number): number {
    const inverse = Math.log(1 + this.#documents / (this.#documentCounts[id] ?? 1));
    return Math.round(inverse * STEPS) / STEPS;
  }

  #learn(word: string): number {
    const id = word.length < SHORTEST || STOP_WORDS.has(word) ? NO_TERM : this.#idFor(this.stem(word));
    this.#idOfWord.set(word, id);
    return id;
  }

  #idFor(stem: string): number {
    const known = this.#idOfStem.get(stem);
    if (known !== undefined) return known;
    this.#idOfStem.set(stem, this.#idOfStem.size);
    return this.#idOfStem.size - 1;
  }
}
