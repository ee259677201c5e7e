import { FUNCTION_WORDS, MONTH_WORDS, REPORTING_WORDS } from './word-lists.js';

/** What a word does in a text. Numbers and names are facts: a summary may not change them. */
export type TokenKind = 'content' | 'function' | 'number' | 'name';

/** A word or number, reduced to what makes it equal to its other forms. */
export interface Token {
  readonly stem: string;
  readonly kind: TokenKind;
}

/** Gives the stem of a lower-case word. */
export type Stem = (word: string) => string;

const TOKEN = /\d{1,3}(?:[   ]\d{3})+(?![\d])(?:[.,]\d+)?|\d+(?:[.,:]\d+)*|\p{L}[\p{L}\p{N}]*/gu;
const LATIN = /[a-z]/iu;
const CAPITAL = /^\p{Lu}/u;
const SEVERAL_CAPITALS = /\p{Lu}.*\p{Lu}/u;
const SHORTEST_CONTENT = 3;

/**
 * The tokens of one sentence or line, in order. A word is a name when it is written in Latin letters, has several
 * capitals, or has a capital and does not open the text. Numbers lose their group spaces, and a decimal comma is a point.
 */
export function tokensOf(text: string, stem: Stem): readonly Token[] {
  return Array.from(text.matchAll(TOKEN), (match, index) => tokenOf(match[0], index === 0, stem));
}

function tokenOf(written: string, opens: boolean, stem: Stem): Token {
  if (/^\d/.test(written)) return { stem: numberOf(written), kind: 'number' };
  const word = written.toLowerCase().replaceAll('ё', 'е');
  if (FUNCTION_WORDS.has(word) || REPORTING_WORDS.has(word)) return { stem: word, kind: 'function' };
  if (MONTH_WORDS.has(word)) return { stem: stem(word), kind: 'number' };
  const name = LATIN.test(written) || SEVERAL_CAPITALS.test(written) || (!opens && CAPITAL.test(written));
  if (name) return { stem: stem(word), kind: 'name' };
  return { stem: stem(word), kind: word.length < SHORTEST_CONTENT ? 'function' : 'content' };
}

function numberOf(written: string): string {
  return written.replace(/[   ]/gu, '').replaceAll(',', '.');
}

/** Says whether a token carries meaning of its own. */
export function isMeaningful({ kind }: Token): boolean {
  return kind !== 'function';
}

/** Says whether a token is a number or a name. */
export function isFact({ kind }: Token): boolean {
  return kind === 'number' || kind === 'name';
}
