import { plainText } from '../../text/plain-text.js';
import { cyrillicShare } from '../../text/russian.js';
import { sentencesOf } from '../../text/sentences.js';
import { wordsOf } from '../../text/words.js';
import type { Post } from '../post.js';

/** How much of a post is looked at: leads stand at the beginning, and a post may be a book. */
const READ = 2_000;
const FEWEST_WORDS = 4;
const MOST_WORDS = 45;
const RUSSIAN = 0.6;
const WHOLE = /^["«(„]?[\p{Lu}\d].*[.!?…»)"]$/su;
const ADVERTISING =
  /реклам|промокод|скидк|розыгрыш|подпис|erid|партн[её]рск|вакансии|(?:на|про) наш|регистрируй|записывай/iu;

/** The sentences of a post that can be told again elsewhere: whole, Russian, neither too short nor endless, no advert. */
export function usableSentences(post: Post): readonly string[] {
  const text = plainText(post.text.slice(0, READ));
  return [...new Set(sentencesOf(text))].filter(isUsable);
}

/** A post's headline for quoting: its title, else its first usable sentence; without the full stop. */
export function quotableHeadline(post: Post, sentences: readonly string[]): string {
  const title = plainText(post.title).replace(/\s+/gu, ' ');
  const fits = cyrillicShare(title) >= RUSSIAN && !ADVERTISING.test(title) && wordsOf(title).length > 1;
  return withoutStop(fits ? title : (sentences[0] ?? ''));
}

/** A sentence without the punctuation that ends it. */
export function withoutStop(sentence: string): string {
  return sentence.replace(/[.…:;,\s]+$/u, '');
}

/** A headline as a sentence: with a full stop unless it ends in another mark. */
export function withStop(headline: string): string {
  return /[.!?…]$/u.test(headline) ? headline : `${headline}.`;
}

function isUsable(sentence: string): boolean {
  const words = wordsOf(sentence).length;
  return (
    words >= FEWEST_WORDS &&
    words <= MOST_WORDS &&
    WHOLE.test(sentence) &&
    cyrillicShare(sentence) >= RUSSIAN &&
    !ADVERTISING.test(sentence)
  );
}
