import { numberKey } from '../../text/written-number.js';
import type { Context } from './context.js';
import { FigureIndex } from './figure-index.js';
import type { Figure } from './figures.js';
import { figuresOf } from './figures.js';
import type { SourceIndex } from './source-index.js';
import type { SourceStem } from './source-stem.js';
import type { ToldPost, ToldPosts } from './told-posts.js';
import type { TracedSentence } from './trace-summary.js';
import { WeightedStems } from './weighted-stems.js';

const BUDGET = 60;
/** The part that all words of a post have in what is told of it; its key words have the rest. */
const OF_WORDS = 0.2;
/** A sentence of whose counts the passes have less than this share states none. */
const BORNE_OUT = 0.5;
const ZERO = numberKey(0);
const NONE = 'нет';

/** A sentence with the figures in it. */
interface Telling extends Pick<TracedSentence, 'tokens'> {
  readonly figures: readonly Figure[];
}

/**
 * How much of what the source is about the summary tells: half by a budget (the 60 weightiest words of the whole day, by
 * weight), half over all posts (the mean share of each post's own eight key words). A word counts for the posts that its
 * passage tells of. A synthesis is about figures: of a review the share of them that is told is nine tenths of the score,
 * the budget one.
 *
 * @returns 0…1; 1 would need the key words of every post
 */
export function lexicalCoverage(index: SourceIndex, { posts, sentences }: ToldPosts, context: Context): number {
  if (posts.length === 0) return 0;
  const budget = budgetShare(posts, index.size);
  if (context.wholeSource) return (budget + 9 * figureCoverage(index, sentences, context)) / 10;
  return (budget + posts.reduce((sum, post) => sum + shareTold(post), 0) / posts.length) / 2;
}

function shareTold({ keys, told, words }: ToldPost): number {
  const ofKeys = keys.weightOfAll(told) / keys.weightOfAll(keys.stems);
  return (1 - OF_WORDS) * ofKeys + OF_WORDS * words;
}

/** Of the words that weigh most in the day as a whole: a story that several posts tell counts for each of them. */
function budgetShare(posts: readonly ToldPost[], size: number): number {
  const [all, told] = [new Float64Array(size), new Float64Array(size)];
  const stems = new Set<SourceStem>();
  for (const post of posts) {
    for (const stem of post.keys.stems) stems.add(stem);
    addWeights(all, post.keys, post.keys.stems);
    addWeights(told, post.keys, post.told);
  }
  const weightiest = new WeightedStems([...stems], all).heaviest(BUDGET);
  const share = new WeightedStems(weightiest.stems, told);
  return share.weightOfAll(share.stems) / weightiest.weightOfAll(weightiest.stems);
}

function addWeights(sums: Float64Array, keys: WeightedStems, stems: readonly SourceStem[]): void {
  for (const stem of stems) sums[stem.id] = (sums[stem.id] ?? 0) + keys.weightOf(stem);
}

/** The share of the passes' counts and of the day's own date that the synthesis states, each use of a value once. */
function figureCoverage(index: SourceIndex, sentences: readonly TracedSentence[], { date }: Context): number {
  const telling = sentences.map(withFigures).filter(({ figures }) => areBorneOut(figures, index));
  const told = new FigureIndex(telling.flatMap((sentence) => sentence.figures).filter(isCount));
  const counts = index.units.flatMap(({ main, stated }) => (main ? stated.filter(isCount) : []));
  const figures = [...date, ...counts].map(
    (figure) => [`${figure.keys.join()} ${figure.nouns.join()}`, figure] as const,
  );
  const distinct = [...new Map(figures).values()];
  const isTold = (figure: Figure) => told.states(figure) || (isZero(figure) && isDenied(figure, telling));
  return distinct.length === 0 ? 1 : distinct.filter(isTold).length / distinct.length;
}

function withFigures({ tokens }: TracedSentence): Telling {
  return { tokens, figures: figuresOf(tokens) };
}

/** Whether the passes have half of a sentence's counts: who says many numbers hits some. */
function areBorneOut(figures: readonly Figure[], { mainFigures }: SourceIndex): boolean {
  const counts = figures.filter(({ nouns }) => nouns.length > 0);
  return counts.filter((count) => mainFigures.states(count)).length >= BORNE_OUT * counts.length;
}

function isZero({ keys }: Figure): boolean {
  return keys.includes(ZERO);
}

/** "Замечаний по полноте нет" says that there are 0 of them. */
function isDenied({ nouns }: Figure, telling: readonly Telling[]): boolean {
  return telling.some(
    ({ tokens }) =>
      tokens.some(({ word }) => word.stemText === NONE) && tokens.some(({ word }) => nouns.includes(word.stem)),
  );
}

/** A bare number says nothing of what it counts; a date says all. */
function isCount({ nouns, keys }: Figure): boolean {
  return nouns.length > 0 || keys.some((key) => key.startsWith('d'));
}
