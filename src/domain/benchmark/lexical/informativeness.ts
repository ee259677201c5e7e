import type { IndexedUnit } from './indexed-unit.js';
import type { SentenceWord } from './sentence-word.js';
import type { SourceIndex } from './source-index.js';
import type { SourceStem } from './source-stem.js';
import { isWord } from './tokens.js';
import type { ToldPost, ToldPosts } from './told-posts.js';
import type { Sample, TracedSentence } from './trace-summary.js';

/**
 * How many known stems a word makes a text dense, and below how many words a source cannot be shortened much. A synthesis
 * has figures and words of its own, and its passes are short.
 */
const DIGEST = { dense: 0.75, shortSource: 80 } as const;
const REVIEW = { dense: 0.5, shortSource: 1 } as const;
/** From this share of the source's length on, text that is taken over word for word begins to be a copy. */
const COPY_BEGINS = 0.6;
/** A sentence of a synthesis with fewer key words of the passes tells nothing of them. */
const FEWEST_KEYS = 2;
/** From this share of words that its post has a sentence tells of it, although it has few key words. */
const BORNE_OUT = 0.75;
const MOST_UNITS = 200;

type Units = readonly IndexedUnit[];

/**
 * How much each word tells: distinct meaningful stems that the source has, per word of a sentence (0.75 and more is
 * full), lowered by stems that the source does not have, by repetition and, where text of the source is taken over and
 * comes near its length, down to nothing for a copy.
 */
export function lexicalInformativeness(
  sample: Sample,
  sentences: readonly TracedSentence[],
  { posts, lines }: ToldPosts,
): number {
  const { index, context } = sample;
  const body = sentences.filter(({ heading }) => !heading);
  const { dense, shortSource } = context.wholeSource ? REVIEW : DIGEST;
  const tells = context.wholeSource ? keyedBy(posts) : boundTo(lines);
  const { length, words, distinct, known, full } = countWords(body, { dense, tells }, sample);
  if (words === 0) return 0;
  const copied = (length / Math.max(index.length, shortSource)) * verbatimShare(body, sample);
  return (full / length) * (known / distinct) * Math.sqrt(distinct / words) * compression(copied);
}

interface WordCounts {
  /** All tokens. */
  readonly length: number;
  /** Tokens that carry meaning. */
  readonly words: number;
  /** Their different stems. */
  readonly distinct: number;
  /** Those of them that the source has. */
  readonly known: number;
  /** How many tokens would do for the known stems: no sentence makes up for another that tells less. */
  readonly full: number;
}

interface Rules {
  readonly dense: number;
  /** Whether a sentence tells anything. */
  readonly tells: (sentence: TracedSentence) => boolean;
}

/** Whether a sentence stands in a line that tells of a post, or is borne out and has words: numbers alone tell nothing. */
function boundTo(lines: ReadonlySet<number>): Rules['tells'] {
  return ({ line, words, support }) =>
    lines.has(line) || (support.presence >= BORNE_OUT && words.some(({ token }) => isWord(token)));
}

/** Whether a sentence tells of what the passes are about: words that only their findings quote bear out any boast. */
function keyedBy(posts: readonly ToldPost[]): Rules['tells'] {
  const keys = new Set(posts.flatMap(({ keys }) => keys.stems.map(({ id }) => id)));
  return ({ words }) => {
    const held = words.flatMap(({ stem }) => (stem !== undefined && keys.has(stem.id) ? [stem.id] : []));
    return new Set(held).size >= FEWEST_KEYS;
  };
}

function countWords(body: readonly TracedSentence[], { dense, tells }: Rules, sample: Sample): WordCounts {
  const stems = new Set<number>();
  let [length, words, known, full] = [0, 0, 0, 0];
  for (const sentence of body) {
    const told = knownOf(sentence, stems, sample);
    const own = tells(sentence) ? told : 0;
    length += sentence.tokens.length;
    words += sentence.words.length;
    known += own;
    full += Math.min(sentence.tokens.length, own / dense);
  }
  return { length, words, distinct: stems.size, known, full };
}

/** How many stems that the source has it is the first to say. */
function knownOf({ words }: TracedSentence, said: Set<number>, sample: Sample): number {
  let known = 0;
  for (const word of words) {
    const { stem } = word.token.word;
    if (said.has(stem)) continue;
    said.add(stem);
    if (isKnown(word, sample)) known++;
  }
  return known;
}

function isKnown({ token: { word }, stem }: SentenceWord, { index, context }: Sample): boolean {
  return stem !== undefined || index.roots.has(word.root) || (context.wholeSource && context.stems.has(word.stem));
}

function compression(ratio: number): number {
  return Math.max(0, Math.min(1, (1 - ratio) / (1 - COPY_BEGINS)));
}

/**
 * The share of pairs of words that the source has side by side too, in a digest where the sentence tells of it; 1 when
 * there is no pair.
 */
function verbatimShare(body: readonly TracedSentence[], { index, context }: Sample): number {
  let [pairs, taken] = [0, 0];
  for (const { words, units } of body)
    for (let at = 1; at < words.length; at++, pairs++) {
      const [left, right] = [words[at - 1]?.stem, words[at]?.stem];
      if (areSideBySide(left, right, context.wholeSource ? unitsWith(left, index) : units)) taken++;
    }
  return pairs === 0 ? 1 : taken / pairs;
}

/** A stem that stands nearly everywhere makes no text a copy, and following it would cost much. */
function unitsWith(stem: SourceStem | undefined, { units }: SourceIndex): Units {
  if (stem === undefined || stem.units.length > MOST_UNITS) return [];
  return stem.units.flatMap((place) => units[place] ?? []);
}

function areSideBySide(left: SourceStem | undefined, right: SourceStem | undefined, units: Units): boolean {
  return units.some((unit) => unit.follows(left, right));
}
