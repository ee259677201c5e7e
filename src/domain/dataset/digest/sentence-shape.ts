import { cyrillicShare } from '../../text/russian.js';
import { wordsOf } from '../../text/words.js';
import { hasPredicate } from './predicate.js';

const FEWEST_WORDS = 4;
const NOMINAL_WORDS = 6;
const MOST_WORDS = 45;
const LONGEST = 320;
const BEGINS_WELL = /^[«„“"(]?(?:[\p{Lu}\p{N}]|[$€№+−]\p{N}|\p{Ll}+\p{Lu})/u;
const ENDS_WELL = /(?<![.…?!])[.!]["»”“)]?$/u;
const NOT_PROSE = /[<>{}`*|\\~^=\][]|https?:|www\.|(?:^|[\s(])@[a-z]/iu;
/** As many as a whole sentence may have in names before it is worth counting all letters. */
const FEW_CAPITALS = 8;
const CAPITALS = /[А-ЯЁ]/gu;
const CYRILLIC = /[А-ЯЁа-яё]/gu;
const PAIRS = [
  ['«', '»'],
  ['(', ')'],
] as const;

/**
 * Says whether a text can stand as a whole sentence of Russian prose: beginning, end, length, marks and predicate.
 *
 * @param isFirst whether it opens its post, where news style does without a verb ("Пожар на складе в Туле.").
 */
export function isWholeSentence(text: string, isFirst = false): boolean {
  return isFramedLikeSentence(text) && isProse(text) && hasSentenceWords(text, isFirst);
}

function isFramedLikeSentence(text: string): boolean {
  return text.length <= LONGEST && BEGINS_WELL.test(text) && ENDS_WELL.test(text);
}

function isProse(text: string): boolean {
  return !NOT_PROSE.test(text) && isBalanced(text) && !isOneQuotation(text) && !isShouted(text);
}

function hasSentenceWords(text: string, isFirst: boolean): boolean {
  const words = wordsOf(text, MOST_WORDS + 1);
  if (words.length < FEWEST_WORDS || words.length > MOST_WORDS || cyrillicShare(text) < 0.5) return false;
  return hasPredicate(text, words) || (isFirst && words.length >= NOMINAL_WORDS);
}

/** Whether every quotation mark and bracket has its partner. */
export function isBalanced(text: string): boolean {
  if (!/[«»()"]/u.test(text)) return true;
  const count = (mark: string): number => text.split(mark).length - 1;
  return count('"') % 2 === 0 && PAIRS.every(([open, close]) => count(open) === count(close));
}

const ASKS =
  /^(?:как|почему|зачем|куда|откуда|где|когда|сколько|что|чем|кто|кому|кого|какой|какая|какие|какое|чей)(?!\p{L})/iu;

/** Whether a headline asks, with or without a question mark: "Почему тает снег" tells no news. */
export function asks(headline: string): boolean {
  return ASKS.test(headline) || headline.endsWith('?');
}

/** A headline as a sentence: with a full stop, where none of its own and no open end forbids it. */
export function finished(text: string): string {
  return /[\p{L}\p{N}%»”")]$/u.test(text) && !/[.!?…]["»”)]?$/u.test(text) ? `${text}.` : text;
}

/** Somebody's words without who said them. */
function isOneQuotation(text: string): boolean {
  if (!/^[«"„“]/u.test(text)) return false;
  const closing = text.startsWith('«') ? text.indexOf('»') : text.slice(1).search(/["”“]/u) + 1;
  return closing >= text.length - 2;
}

function isShouted(text: string): boolean {
  const capitals = text.match(CAPITALS)?.length ?? 0;
  return capitals > FEW_CAPITALS && capitals > (text.match(CYRILLIC)?.length ?? 0) / 2;
}
