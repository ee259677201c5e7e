import { keyWords } from './key-words.js';
import type { SourceStem } from './source-stem.js';
import type { Held } from './summary-passages.js';
import { SummaryPassages } from './summary-passages.js';
import type { Sample, TracedSentence } from './trace-summary.js';
import type { WeightedStems } from './weighted-stems.js';

/** A post (of a review: a pass line) and which of its key words the summary tells of it. */
export interface ToldPost {
  readonly keys: WeightedStems;
  readonly told: readonly SourceStem[];
  /** How much of its words, key words or not, the passages hold that tell of it, 0…1. */
  readonly words: number;
}

/** What a summary tells of which posts. */
export interface ToldPosts {
  readonly posts: readonly ToldPost[];
  /** The sentences that can tell something: no headings, and the source bears out half of their words or more. */
  readonly sentences: readonly TracedSentence[];
  /** The lines (items, paragraphs) that tell of a post. */
  readonly lines: ReadonlySet<number>;
}

const SUPPORTED = 0.5;

/** Which posts the passages of a summary tell of. */
export function toldPosts(sample: Sample, summary: readonly TracedSentence[]): ToldPosts {
  const sentences = summary.filter(({ heading, support }) => !heading && support.presence >= SUPPORTED);
  const passages = new SummaryPassages(sample, sentences);
  const telling = new Set(passages.quoting);
  const posts = keyWords(sample.index).map((own) => {
    const held = passages.tellingOf(own);
    for (const [place] of held) telling.add(place);
    return { keys: own.keys, told: inOrder(own.keys, held), words: passages.shareOfWords(own.unit, held) };
  });
  return { posts, sentences, lines: new Set([...telling].map((place) => passages.lineOf(place))) };
}

/** In the order of the key words: sums are the same in every process. */
function inOrder({ stems }: WeightedStems, held: readonly Held[]): readonly SourceStem[] {
  if (held.length === 1) return held[0]?.[1] ?? [];
  return stems.filter((stem) => held.some(([, own]) => own.includes(stem)));
}
