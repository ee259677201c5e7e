import type { Token } from './tokens.js';
import type { Word } from './word.js';

/** A stem of the source: where it stands, and as what. */
export class SourceStem {
  /** The units that have it, in order. */
  readonly units: number[] = [];
  /** For each of them, how many other stems stand there before it. */
  readonly #places: number[] = [];
  #asName = 0;
  #inLowerCase = false;
  #asWord = false;

  /**
   * @param id a number of its own in this source, from 0
   * @param word the first that has it: stem and root are the same in all
   */
  constructor(
    readonly id: number,
    readonly word: Word,
  ) {}

  /** Whether it is written like a name wherever it stands, and oftener inside a sentence than at its beginning. */
  get isName(): boolean {
    return !this.#inLowerCase && this.#asName > 0;
  }

  /** Whether it is a word or name somewhere. */
  get isWord(): boolean {
    return this.#asWord;
  }

  /** Says whether it is new in a unit, the last one so far. */
  stands(token: Token, unit: number, place: number): boolean {
    this.#isWrittenLike(token);
    if (this.units.length > 0 && this.units[this.units.length - 1] === unit) return false;
    this.units.push(unit);
    this.#places.push(place);
    return true;
  }

  isIn(unit: number): boolean {
    return this.#find(unit) >= 0;
  }

  /** How many other stems stand in a unit before it; `undefined` where it is not. */
  placeIn(unit: number): number | undefined {
    const at = this.#find(unit);
    return at < 0 ? undefined : this.#places[at];
  }

  #isWrittenLike({ kind, opens }: Token): void {
    if (kind === 'number') return;
    this.#asWord = true;
    if (kind === 'name') this.#asName++;
    else if (opens) this.#asName--;
    else this.#inLowerCase = true;
  }

  /** A common stem may stand in thousands of units. */
  #find(unit: number): number {
    let from = 0;
    let to = this.units.length - 1;
    while (from < to) {
      const middle = (from + to) >>> 1;
      if ((this.units[middle] ?? 0) < unit) from = middle + 1;
      else to = middle;
    }
    return this.units[from] === unit ? from : -1;
  }
}
