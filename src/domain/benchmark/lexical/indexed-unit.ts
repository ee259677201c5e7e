import { FigureIndex } from './figure-index.js';
import type { Figure } from './figures.js';
import { figuresOf, impliedFigures } from './figures.js';
import type { SourceStem } from './source-stem.js';
import type { SourceUnit } from './source-units.js';
import type { Token } from './tokens.js';
import { isMeaningful, isWord } from './tokens.js';

/** A unit of the source with what it says; what only some questions need is looked up when the first of them comes. */
export class IndexedUnit {
  readonly tokens: readonly Token[];
  readonly main: boolean;
  /** How many of its first tokens are title and summary. */
  readonly lead: number;
  #meaningful: readonly Token[] | undefined = undefined;
  #roots: ReadonlySet<number> | undefined = undefined;
  #pairs: ReadonlySet<number> | undefined = undefined;
  #stated: readonly Figure[] | undefined = undefined;
  #figures: FigureIndex | undefined = undefined;

  /**
   * @param place in the source
   * @param stems for each token that carries meaning
   * @param distinct how many different stems these are
   */
  constructor(
    { tokens, main, lead }: SourceUnit,
    readonly place: number,
    readonly stems: readonly (SourceStem | undefined)[],
    readonly distinct: number,
  ) {
    this.tokens = tokens;
    this.main = main;
    this.lead = Math.min(lead, tokens.length);
  }

  get meaningful(): readonly Token[] {
    return (this.#meaningful ??= this.tokens.filter(isMeaningful));
  }

  /** The roots of its words and names. */
  get roots(): ReadonlySet<number> {
    return (this.#roots ??= rootsOf(this.tokens));
  }

  /** The figures that it states. */
  get stated(): readonly Figure[] {
    return (this.#stated ??= figuresOf(this.tokens));
  }

  /** These, and what longer words say besides. */
  get figures(): FigureIndex {
    return (this.#figures ??= new FigureIndex(this.borneOut()));
  }

  /** The figures that a summary may take from it. */
  borneOut(): readonly Figure[] {
    return this.stated.concat(impliedFigures(this.tokens));
  }

  has(stem: SourceStem | undefined): boolean {
    return stem?.isIn(this.place) === true;
  }

  /** Whether one stem follows the other here, with no more than function words between them. */
  follows(left: SourceStem | undefined, right: SourceStem | undefined): boolean {
    const one = left?.placeIn(this.place);
    const other = right?.placeIn(this.place);
    if (one === undefined || other === undefined) return false;
    this.#pairs ??= this.#pairsInOrder();
    return this.#pairs.has(this.#pair(one, other));
  }

  #pairsInOrder(): ReadonlySet<number> {
    const pairs = new Set<number>();
    let before: number | undefined;
    for (const stem of this.stems) {
      const place = stem?.placeIn(this.place);
      if (place === undefined) continue;
      if (before !== undefined) pairs.add(this.#pair(before, place));
      before = place;
    }
    return pairs;
  }

  /** One number for two places of stems: there are no more of them than tokens. */
  #pair(left: number, right: number): number {
    return left * this.tokens.length + right;
  }
}

function rootsOf(tokens: readonly Token[]): ReadonlySet<number> {
  const roots = new Set<number>();
  for (const token of tokens) if (isWord(token)) roots.add(token.word.root);
  return roots;
}
