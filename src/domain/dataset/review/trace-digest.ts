import type { PostIndex } from './post-index.js';
import type { SummaryOutline, SummarySentence } from './summary-outline.js';

/** A sentence retells a post when at least this share of its stems is in the post. */
const RETELLS = 0.5;
/** From this share on a post may be the source of a sentence's figures. */
const TOUCHES = 0.3;
/** A sentence of fewer stems says too little to be compared. */
const COMPARABLE = 3;

/** A sentence with the posts that stand behind it. */
export interface TracedSentence extends SummarySentence {
  /** `null` when it says too little to be compared. */
  readonly supported: boolean | null;
  /** Places of the posts from which its figures may come. */
  readonly sources: readonly number[];
}

/** Which sentence goes back to which posts. */
export interface DigestTrace {
  readonly sentences: readonly TracedSentence[];
  /** Places of posts that the summary retells. */
  readonly covered: ReadonlySet<number>;
}

/** Compares every sentence of a summary with the posts of its day by the stems that they share. */
export function traceDigest(outline: SummaryOutline, index: PostIndex): DigestTrace {
  const covered = new Set<number>();
  const sentences = outline.sentences.map((sentence) => {
    const shares = [...index.overlaps(sentence.stems)].map(([place, count]) => ({
      place,
      ofSentence: count / sentence.stems.size,
      ofPost: count / (index.posts[place]?.size ?? Infinity),
    }));
    const retold = shares.filter(({ ofSentence, ofPost }) => Math.max(ofSentence, ofPost) >= RETELLS);
    if (sentence.stems.size >= COMPARABLE) for (const { place } of retold) covered.add(place);
    return traced(sentence, shares);
  });
  return { sentences, covered };
}

interface Share {
  readonly place: number;
  readonly ofSentence: number;
}

function traced(sentence: SummarySentence, shares: readonly Share[]): TracedSentence {
  const sources = shares.filter(({ ofSentence }) => ofSentence >= TOUCHES).map(({ place }) => place);
  const supported = shares.some(({ ofSentence }) => ofSentence >= RETELLS);
  return { ...sentence, sources, supported: sentence.stems.size < COMPARABLE ? null : supported };
}
