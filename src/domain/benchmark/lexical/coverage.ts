import type { Context } from './context.js';
import { FigureIndex } from './figure-index.js';
import type { Figure } from './figures.js';
import { figuresOf } from './figures.js';
import type { KeyWord } from './key-words.js';
import { keyWords } from './key-words.js';
import type { SourceIndex } from './source-index.js';
import type { TracedSentence } from './trace-summary.js';
import { isWord } from './tokens.js';

const BUDGET = 60;
/** A sentence that the source does not bear out tells nothing of it. */
const SUPPORTED = 0.4;

/**
 * How much of what the source is about the summary holds: half by a budget (the 60 weightiest words of the whole day, by
 * weight), half over all posts (the mean share of each post's own eight key words). Headings do not count, nor sentences
 * that no post bears out. A synthesis is about figures: of a review the share of them that is told is two thirds of the
 * score, the budget one.
 *
 * @returns 0…1; 1 would need the key words of every post
 */
export function lexicalCoverage(index: SourceIndex, sentences: readonly TracedSentence[], context: Context): number {
  const telling = sentences.filter(({ heading, presence }) => !heading && presence >= SUPPORTED);
  const held = heldWords(telling);
  const posts = keyWords(index);
  if (posts.length === 0) return 0;
  const budget = heldShare(budgetKeys(posts), held);
  if (context.wholeSource) return (budget + 2 * figureCoverage(index, telling, context)) / 3;
  return (budget + posts.reduce((sum, keys) => sum + heldShare(keys, held), 0) / posts.length) / 2;
}

function heldWords(telling: readonly TracedSentence[]): ReadonlySet<number> {
  const held = new Set<number>();
  for (const { tokens } of telling)
    for (const token of tokens) if (isWord(token)) held.add(token.word.stem).add(token.word.root);
  return held;
}

/** The share of the passes' counts and of the day's own date that the synthesis states, each use of a value once. */
function figureCoverage({ units }: SourceIndex, telling: readonly TracedSentence[], { date }: Context): number {
  const stated = new FigureIndex(telling.flatMap(({ tokens }) => figuresOf(tokens)).filter(isCount));
  const counts = units.flatMap(({ main, tokens }) => (main ? figuresOf(tokens).filter(isCount) : []));
  const figures = [...date, ...counts].map(
    (figure) => [`${figure.keys.join()} ${figure.nouns.join()}`, figure] as const,
  );
  const distinct = [...new Map(figures).values()];
  return distinct.length === 0 ? 1 : distinct.filter((figure) => stated.states(figure)).length / distinct.length;
}

/** A bare number says nothing of what it counts; a date says all. */
function isCount({ nouns, keys }: Figure): boolean {
  return nouns.length > 0 || keys.some((key) => key.startsWith('d'));
}

/** The words that weigh most in the day as a whole: a story that several posts tell counts for each of them. */
function budgetKeys(posts: readonly (readonly KeyWord[])[]): readonly KeyWord[] {
  const words = new Map<number, KeyWord>();
  for (const key of posts.flat())
    words.set(key.stem, { ...key, weight: key.weight + (words.get(key.stem)?.weight ?? 0) });
  return [...words.values()].sort((a, b) => b.weight - a.weight).slice(0, BUDGET);
}

function heldShare(keys: readonly KeyWord[], held: ReadonlySet<number>): number {
  const total = keys.reduce((sum, { weight }) => sum + weight, 0);
  return keys.reduce((sum, { stem, root, weight }) => sum + (held.has(stem) || held.has(root) ? weight : 0), 0) / total;
}
