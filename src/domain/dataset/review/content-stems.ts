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
    const found = known.get(word) ?? tools.stem(word);
    known.set(word, found);
    return found;
  };
  return (text) =>
    wordsOf(text)
      .filter((word) => word.length >= SHORTEST || NUMBER.test(word))
      .map(stemOf);
}
