import type { Context } from './context.js';
import type { Word } from './lexicon.js';
import type { SourceIndex } from './source-index.js';
import { pairKey } from './source-index.js';
import type { Token } from './tokens.js';
import { isMeaningful } from './tokens.js';
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
  const length = body.reduce((sum, { tokens }) => sum + tokens.length, 0);
  const words = body.flatMap(({ tokens }) => tokens.filter(isMeaningful));
  if (words.length === 0) return 0;
  const distinct = new Map(words.map(({ word }) => [word.stem, word]));
  const known = Array.from(distinct.values()).filter((word) => isKnown(word, index, context)).length;
  const { dense, shortSource } = context.wholeSource ? REVIEW : DIGEST;
  const [density, relevance] = [Math.min(1, known / length / dense), known / distinct.size];
  const copied = (length / Math.max(index.words, shortSource)) * verbatimShare(body);
  return density * relevance * Math.sqrt(distinct.size / words.length) * compression(copied);
}

function isKnown({ stem, root }: Word, index: SourceIndex, { wholeSource, stems }: Context): boolean {
  return index.postings.has(stem) || index.roots.has(root) || (wholeSource && stems.has(stem));
}

function compression(ratio: number): number {
  return Math.max(0, Math.min(1, (1 - ratio) / (1 - COPY_BEGINS)));
}

/** The share of pairs of words that the source has side by side too; 1 when there is no pair. */
function verbatimShare(body: readonly TracedSentence[]): number {
  let [pairs, taken] = [0, 0];
  for (const { tokens, units } of body) {
    const words = tokens.filter(isMeaningful);
    for (let at = 1; at < words.length; at++, pairs++) {
      const key = pairKey(stemAt(words, at - 1), stemAt(words, at));
      if (units.some(({ neighbours }) => neighbours.has(key))) taken++;
    }
  }
  return pairs === 0 ? 1 : taken / pairs;
}

function stemAt(words: readonly Token[], at: number): number {
  return words[at]?.word.stem ?? -1;
}
