import { FigureIndex } from './figure-index.js';
import { IndexedUnit } from './indexed-unit.js';
import { SourceStem } from './source-stem.js';
import type { SourceUnit } from './source-units.js';
import type { Token } from './tokens.js';
import { isMeaningful } from './tokens.js';

/** The source, ready to be asked what it says: once for a sample, in the order of the text. */
export class SourceIndex {
  readonly units: readonly IndexedUnit[];
  /** How many tokens it has. */
  readonly length: number;
  readonly #stems = new Map<number, SourceStem>();
  #roots: ReadonlySet<number> | undefined = undefined;
  #figures: FigureIndex | undefined = undefined;
  #mainFigures: FigureIndex | undefined = undefined;

  constructor(units: readonly SourceUnit[]) {
    const indexed: IndexedUnit[] = [];
    let length = 0;
    for (const unit of units) {
      const place = indexed.length;
      indexed.push(new IndexedUnit(unit, place, ...this.#stemsOf(unit.tokens, place)));
      length += unit.tokens.length;
    }
    this.units = indexed;
    this.length = length;
  }

  /** How many stems it has; their ids are below. */
  get size(): number {
    return this.#stems.size;
  }

  /** The roots of its words and names. */
  get roots(): ReadonlySet<number> {
    return (this.#roots ??= this.#rootsOfWords());
  }

  get figures(): FigureIndex {
    return (this.#figures ??= new FigureIndex(this.units.flatMap((unit) => unit.borneOut())));
  }

  /** The figures of main units. */
  get mainFigures(): FigureIndex {
    const main = () => this.units.filter((unit) => unit.main);
    return (this.#mainFigures ??= new FigureIndex(main().flatMap((unit) => unit.borneOut())));
  }

  stem(stem: number): SourceStem | undefined {
    return this.#stems.get(stem);
  }

  /** How much a stem tells one unit from the others: ln(1 + units / units with it). */
  rarity({ units }: SourceStem): number {
    return Math.log(1 + this.units.length / units.length);
  }

  #rootsOfWords(): ReadonlySet<number> {
    const roots = new Set<number>();
    for (const { isWord, word } of this.#stems.values()) if (isWord) roots.add(word.root);
    return roots;
  }

  /** A stem for each token that carries meaning, and how many different ones. */
  #stemsOf(tokens: readonly Token[], unit: number): readonly [readonly (SourceStem | undefined)[], number] {
    const stems: (SourceStem | undefined)[] = [];
    let place = 0;
    for (const token of tokens) {
      const stem = isMeaningful(token) ? this.#met(token) : undefined;
      if (stem?.stands(token, unit, place) === true) place++;
      stems.push(stem);
    }
    return [stems, place];
  }

  #met({ word }: Token): SourceStem {
    const known = this.#stems.get(word.stem);
    if (known !== undefined) return known;
    const stem = new SourceStem(this.#stems.size, word);
    this.#stems.set(word.stem, stem);
    return stem;
  }
}
