import type { SourceIndex } from './source-index.js';
import type { SummarySentence } from './summary-sentences.js';
import { isMeaningful } from './tokens.js';

const DENSE = 0.75;
/** From this share of the source's length on, a summary begins to be a copy. */
const COPY_BEGINS = 0.6;
/** Below this many words a source cannot be shortened much. */
const SHORT_SOURCE = 80;

/**
 * How much each word tells: distinct meaningful stems that the source has, per word of the summary (0.75 and more is
 * full), lowered by stems that the source does not have, by repetition and, where the summary comes near the length of its
 * source, down to nothing for a copy.
 */
export function lexicalInformativeness(index: SourceIndex, sentences: readonly SummarySentence[]): number {
  const tokens = sentences.filter(({ heading }) => !heading).flatMap((sentence) => sentence.tokens);
  if (tokens.length === 0) return 0;
  const stems = tokens.filter(isMeaningful).map(({ stem }) => stem);
  const distinct = new Set(stems);
  const known = [...distinct].filter((stem) => index.frequency.has(stem)).length;
  const density = Math.min(1, known / tokens.length / DENSE);
  const freshness = distinct.size / Math.max(1, stems.length);
  const relevance = known / Math.max(1, distinct.size);
  return density * relevance * Math.sqrt(freshness) * compression(tokens.length, index.words);
}

function compression(words: number, sourceWords: number): number {
  const ratio = words / Math.max(sourceWords, SHORT_SOURCE);
  return Math.max(0, Math.min(1, (1 - ratio) / (1 - COPY_BEGINS)));
}
