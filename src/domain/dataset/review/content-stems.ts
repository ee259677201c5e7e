import { wordsOf } from '../../text/words.js';
import type { ReviewTools } from './review-tools.js';

/** Shorter words mostly join others; numbers always count. */
const SHORTEST = 4;
const NUMBER = /\d/u;

/** Turns a text into the stems of its words that carry content; every word is stemmed once. */
export type ContentStems = (text: string) => readonly string[];

/** A reader of content stems with a memory of its own. */
export function contentStems(tools: ReviewTools): ContentStems {
  const known = new Map<string, string>();
  const stemOf = (word: string): string => {
    const found = known.get(word);
    if (found !== undefined) return found;
    const stem = tools.stem(word);
    known.set(word, stem);
    return stem;
  };
  return (text) =>
    wordsOf(text)
      .filter((word) => word.length >= SHORTEST || NUMBER.test(word))
      .map(stemOf);
}
