import { numberKey } from '../../text/written-number.js';
import type { Context } from './context.js';
import { FigureIndex } from './figure-index.js';
import type { Figure } from './figures.js';
import { figuresOf } from './figures.js';
import { keyWords } from './key-words.js';
import type { SourceIndex } from './source-index.js';
import type { SourceStem } from './source-stem.js';
import type { TracedSentence } from './trace-summary.js';
import { isWord } from './tokens.js';
import { WeightedStems } from './weighted-stems.js';

const BUDGET = 60;
const ZERO = numberKey(0);
const NONE = 'нет';
/** A sentence of which the source does not bear out half the words tells nothing of it. */
const SUPPORTED = 0.5;

/**
 * How much of what the source is about the summary holds: half by a budget (the 60 weightiest words of the whole day, by
 * weight), half over all posts (the mean share of each post's own eight key words). Headings do not count, nor sentences
 * that no post bears out. A synthesis is about figures: of a review the share of them that is told is two thirds of the
 * score, the budget one.
 *
 * @returns 0…1; 1 would need the key words of every post
 */
export function lexicalCoverage(index: SourceIndex, sentences: readonly TracedSentence[], context: Context): number {
  const telling = sentences.filter(({ heading, support }) => !heading && support.presence >= SUPPORTED);
  const held = heldWords(telling);
  const posts = keyWords(index);
  if (posts.length === 0) return 0;
  const budget = weightiestOfDay(posts, index.size).heldShare(held);
  if (context.wholeSource) return (budget + 2 * figureCoverage(index, telling, context)) / 3;
  return (budget + posts.reduce((sum, keys) => sum + keys.heldShare(held), 0) / posts.length) / 2;
}

/** Stems and roots that the summary has. */
function heldWords(telling: readonly TracedSentence[]): ReadonlySet<number> {
  const held = new Set<number>();
  for (const { words } of telling)
    for (const { token } of words) if (isWord(token)) held.add(token.word.stem).add(token.word.root);
  return held;
}

/** The share of the passes' counts and of the day's own date that the synthesis states, each use of a value once. */
function figureCoverage({ units }: SourceIndex, telling: readonly TracedSentence[], { date }: Context): number {
  const told = new FigureIndex(telling.flatMap(({ tokens }) => figuresOf(tokens)).filter(isCount));
  const counts = units.flatMap(({ main, stated }) => (main ? stated.filter(isCount) : []));
  const figures = [...date, ...counts].map(
    (figure) => [`${figure.keys.join()} ${figure.nouns.join()}`, figure] as const,
  );
  const distinct = [...new Map(figures).values()];
  const isTold = (figure: Figure) => told.states(figure) || (isZero(figure) && isDenied(figure, telling));
  return distinct.length === 0 ? 1 : distinct.filter(isTold).length / distinct.length;
}

function isZero({ keys }: Figure): boolean {
  return keys.includes(ZERO);
}

/** "Замечаний по полноте нет" says that there are 0 of them. */
function isDenied({ nouns }: Figure, telling: readonly TracedSentence[]): boolean {
  return telling.some(
    ({ tokens }) =>
      tokens.some(({ word }) => word.stemText === NONE) && tokens.some(({ word }) => nouns.includes(word.stem)),
  );
}

/** A bare number says nothing of what it counts; a date says all. */
function isCount({ nouns, keys }: Figure): boolean {
  return nouns.length > 0 || keys.some((key) => key.startsWith('d'));
}

/** The words that weigh most in the day as a whole: a story that several posts tell counts for each of them. */
function weightiestOfDay(posts: readonly WeightedStems[], size: number): WeightedStems {
  const weights = new Float64Array(size);
  const stems: SourceStem[] = [];
  for (const keys of posts)
    for (const stem of keys.stems) {
      const before = weights[stem.id] ?? 0;
      if (before === 0) stems.push(stem);
      weights[stem.id] = before + keys.weightOf(stem);
    }
  return new WeightedStems(stems, weights).heaviest(BUDGET);
}
