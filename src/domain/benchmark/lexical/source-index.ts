import { FigureIndex } from './figure-index.js';
import { figuresOf, impliedFigures } from './figures.js';
import type { SourceUnit } from './source-units.js';
import type { Token } from './tokens.js';
import { isMeaningful, isWord } from './tokens.js';

/** A unit of the source: where each stem first stands, which neighbours it has, what it states. */
export interface IndexedUnit extends SourceUnit {
  /** Stem → place of its first token among the meaningful ones. */
  readonly places: ReadonlyMap<number, number>;
  readonly roots: ReadonlySet<number>;
  /** Pairs of meaningful tokens that follow one another, as `pairKey`. */
  readonly neighbours: ReadonlySet<number>;
  readonly figures: FigureIndex;
}

/** The source, ready to be asked what it says. */
export interface SourceIndex {
  readonly units: readonly IndexedUnit[];
  /** The units in which each stem stands, in order. */
  readonly postings: ReadonlyMap<number, readonly number[]>;
  readonly roots: ReadonlySet<number>;
  /** Stems that are written like names wherever they stand, and mostly inside sentences. */
  readonly names: ReadonlySet<number>;
  readonly figures: FigureIndex;
  /** The figures of main units. */
  readonly main: FigureIndex;
  /** How many tokens it has. */
  readonly words: number;
}

const IDS = 2 ** 26;

/** One number for two stems that follow one another. */
export function pairKey(left: number, right: number): number {
  return left * IDS + right;
}

/** Indexes the units of a source: once a sample, in the order of the text. */
export function indexSource(units: readonly SourceUnit[]): SourceIndex {
  const figures = units.map(({ tokens }) => [...figuresOf(tokens), ...impliedFigures(tokens)]);
  const indexed = units.map((unit, index) => indexUnit(unit, new FigureIndex(figures[index] ?? [])));
  const roots = new Set<number>();
  for (const unit of indexed) for (const root of unit.roots) roots.add(root);
  return {
    units: indexed,
    postings: postingsOf(indexed),
    roots,
    names: namesOf(units),
    figures: new FigureIndex(figures.flat()),
    main: new FigureIndex(units.flatMap(({ main }, unit) => (main ? (figures[unit] ?? []) : []))),
    words: units.reduce((sum, { tokens }) => sum + tokens.length, 0),
  };
}

/** How much a stem tells one unit from the others: ln(1 + units / units with it). */
export function rarity({ units, postings }: SourceIndex, stem: number): number {
  return Math.log(1 + units.length / (postings.get(stem)?.length ?? 1));
}

function indexUnit(unit: SourceUnit, figures: FigureIndex): IndexedUnit {
  const places = new Map<number, number>();
  const roots = new Set<number>();
  const neighbours = new Set<number>();
  let before: Token | undefined;
  for (const token of unit.tokens) {
    if (!isMeaningful(token)) continue;
    const { stem, root } = token.word;
    if (!places.has(stem)) places.set(stem, places.size);
    if (isWord(token)) roots.add(root);
    if (before !== undefined) neighbours.add(pairKey(before.word.stem, stem));
    before = token;
  }
  return { ...unit, places, roots, neighbours, figures };
}

function postingsOf(units: readonly IndexedUnit[]): ReadonlyMap<number, readonly number[]> {
  const postings = new Map<number, number[]>();
  units.forEach(({ places }, unit) => {
    for (const stem of places.keys()) {
      const known = postings.get(stem);
      if (known === undefined) postings.set(stem, [unit]);
      else known.push(unit);
    }
  });
  return postings;
}

/** Never in lower case, and oftener with a capital inside a sentence than at its beginning. */
function namesOf(units: readonly SourceUnit[]): ReadonlySet<number> {
  const counts = new Map<number, number>();
  for (const { tokens } of units)
    for (const { kind, word, opens } of tokens) {
      const sign = kind === 'name' ? 1 : kind === 'content' ? (opens ? -1 : -Infinity) : 0;
      if (sign !== 0) counts.set(word.stem, (counts.get(word.stem) ?? 0) + sign);
    }
  return new Set([...counts].filter(([, count]) => count > 0).map(([stem]) => stem));
}
