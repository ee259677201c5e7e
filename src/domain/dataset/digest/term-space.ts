import { STOP_WORDS } from '../../text/stop-words.js';
import { wordsOf } from '../../text/words.js';
import type { SparseVector } from './sparse-vector.js';
import { unitVector } from './sparse-vector.js';

const SHORTEST = 3;
/** Weights are multiples of this, so that the last bit of a runtime's logarithm cannot change a digest. */
const STEPS = 1024;

/** TF-IDF over Russian stems; a document is what one story unit of the day says. */
export class TermSpace {
  readonly #ids = new Map<string, number>();
  readonly #documentCounts: number[] = [];
  #documents = 0;

  constructor(private readonly stem: (word: string) => string) {}

  /** Counts a document's terms. Add all documents before asking for vectors. */
  add(text: string): void {
    this.#documents++;
    for (const id of new Set(this.#terms(text)))
      this.#documentCounts[id] = (this.#documentCounts[id] ?? 0) + 1;
  }

  /** The vector of a text, of length 1 (0 for a text without terms): term frequency damped by a square root, times idf. */
  vector(text: string): SparseVector {
    const counts = new Map<number, number>();
    for (const id of this.#terms(text)) counts.set(id, (counts.get(id) ?? 0) + 1);
    return unitVector([...counts].map(([id, count]) => [id, Math.sqrt(count) * this.#idf(id)]));
  }

  #idf(id: number): number {
    const inverse = Math.log(1 + this.#documents / (this.#documentCounts[id] ?? 1));
    return Math.round(inverse * STEPS) / STEPS;
  }

  #terms(text: string): readonly number[] {
    const ids: number[] = [];
    for (const word of wordsOf(text))
      if (word.length >= SHORTEST && !STOP_WORDS.has(word)) ids.push(this.#id(this.stem(word)));
    return ids;
  }

  #id(term: string): number {
    const known = this.#ids.get(term);
    if (known !== undefined) return known;
    this.#ids.set(term, this.#ids.size);
    return this.#ids.size - 1;
  }
}
