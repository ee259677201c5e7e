import { cyrillicShare } from '../../text/russian.js';
import { wordsOf } from '../../text/words.js';
import { hasPredicate } from './predicate.js';

const FEWEST_WORDS = 4;
const MOST_WORDS = 45;
const LONGEST = 320;
const BEGINS_WELL = /^[«„“"(]?(?:[\p{Lu}\p{N}]|[$€№+−]\p{N}|\p{Ll}+\p{Lu})/u;
const ENDS_WELL = /(?<![.…?!])[.!]["»”“)]?$/u;
const NOT_PROSE = /[<>{}`*|\\~^=\][]|https?:|www\.|(?:^|[\s(])@[a-z]/iu;
const CAPITALS = /[А-ЯЁ]/gu;
const CYRILLIC = /[А-ЯЁа-яё]/gu;
const PAIRS = [
  ['«', '»'],
  ['(', ')'],
] as const;

/** Says whether a text can stand as a whole sentence of Russian prose: beginning, end, length, marks and predicate. */
export function isWholeSentence(text: string): boolean {
  if (text.length > LONGEST || !BEGINS_WELL.test(text) || !ENDS_WELL.test(text)) return false;
  if (NOT_PROSE.test(text) || !isBalanced(text) || isOneQuotation(text) || isShouted(text)) return false;
  const words = wordsOf(text);
  return (
    words.length >= FEWEST_WORDS &&
    words.length <= MOST_WORDS &&
    cyrillicShare(text) >= 0.5 &&
    hasPredicate(text, words)
  );
}

/** Whether every quotation mark and bracket has its partner. */
export function isBalanced(text: string): boolean {
  const count = (mark: string): number => text.split(mark).length - 1;
  return count('"') % 2 === 0 && PAIRS.every(([open, close]) => count(open) === count(close));
}

/** Somebody's words without who said them. */
function isOneQuotation(text: string): boolean {
  if (!/^[«"„“]/u.test(text)) return false;
  const closing = text[0] === '«' ? text.indexOf('»') : text.slice(1).search(/["”“]/u) + 1;
  return closing >= text.length - 2;
}

function isShouted(text: string): boolean {
  const letters = text.match(CYRILLIC)?.length ?? 0;
  return letters > 0 && (text.match(CAPITALS)?.length ?? 0) > letters / 2;
}
