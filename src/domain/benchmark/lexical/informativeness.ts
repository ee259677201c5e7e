import type { Context } from './context.js';
import type { IndexedUnit } from './indexed-unit.js';
import type { SentenceWord } from './sentence-word.js';
import type { SourceIndex } from './source-index.js';
import type { SourceStem } from './source-stem.js';
import type { Sample, TracedSentence } from './trace-summary.js';

/**
 * How many known stems a word makes a text dense, and below how many words a source cannot be shortened much. A synthesis
 * has figures and words of its own, and its passes are short.
 */
const DIGEST = { dense: 0.75, shortSource: 80 } as const;
const REVIEW = { dense: 0.5, shortSource: 1 } as const;
/** From this share of the source's length on, text that is taken over word for word begins to be a copy. */
const COPY_BEGINS = 0.6;

/**
 * How much each word tells: distinct meaningful stems that the source has, per word of the summary (0.75 and more is
 * full), lowered by stems that the source does not have, by repetition and, where text of the source is taken over and
 * comes near its length, down to nothing for a copy.
 */
export function lexicalInformativeness({ index, context }: Sample, sentences: readonly TracedSentence[]): number {
  const body = sentences.filter(({ heading }) => !heading);
  const { length, words, distinct, known } = countWords(body, index, context);
  if (words === 0) return 0;
  const { dense, shortSource } = context.wholeSource ? REVIEW : DIGEST;
  const density = Math.min(1, known / length / dense);
  const relevance = known / distinct;
  const copied = (length / Math.max(index.length, shortSource)) * verbatimShare(body);
  return density * relevance * Math.sqrt(distinct / words) * compression(copied);
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
}

function countWords(body: readonly TracedSentence[], index: SourceIndex, context: Context): WordCounts {
  const stems = new Set<number>();
  let [length, words, known] = [0, 0, 0];
  for (const sentence of body) {
    length += sentence.tokens.length;
    words += sentence.words.length;
    for (const word of sentence.words) {
      const { stem } = word.token.word;
      if (stems.has(stem)) continue;
      stems.add(stem);
      if (isKnown(word, index, context)) known++;
    }
  }
  return { length, words, distinct: stems.size, known };
}

function isKnown({ token: { word }, stem }: SentenceWord, index: SourceIndex, context: Context): boolean {
  return stem !== undefined || index.roots.has(word.root) || (context.wholeSource && context.stems.has(word.stem));
}

function compression(ratio: number): number {
  return Math.max(0, Math.min(1, (1 - ratio) / (1 - COPY_BEGINS)));
}

/** The share of pairs of words that the source has side by side too; 1 when there is no pair. */
function verbatimShare(body: readonly TracedSentence[]): number {
  let [pairs, taken] = [0, 0];
  for (const { words, units } of body)
    for (let at = 1; at < words.length; at++, pairs++)
      if (areSideBySide(words[at - 1]?.stem, words[at]?.stem, units)) taken++;
  return pairs === 0 ? 1 : taken / pairs;
}

function areSideBySide(
  left: SourceStem | undefined,
  right: SourceStem | undefined,
  units: readonly IndexedUnit[],
): boolean {
  return units.some((unit) => unit.follows(left, right));
}
