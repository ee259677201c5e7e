import { wordHash } from '../dataset/posts/word-hash.js';

/** What personal data is replaced by. */
export type PersonalWord = 'почта' | 'имя' | 'телефон';

/**
 * The placeholder of a personal thing, such as `[телефон 3f2a]`: equal things have equal ones, in every text and every
 * run, and nothing has to be kept for that. There are only 65,536 for each word: about 150,000 telephone numbers share
 * each, so it cannot be turned back, not even by trying all numbers. Two things in one text seldom share one.
 *
 * @param identity - the thing, written in the one way that all its spellings share.
 */
export function placeholder(word: PersonalWord, identity: string): string {
  const hash = wordHash(`${word}:${identity}`);
  const folded = (hash >>> 16) ^ (hash & 0xffff);
  return `[${word} ${folded.toString(16).padStart(4, '0')}]`;
}
