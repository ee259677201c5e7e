import type { Lexicon, Word } from './lexicon.js';

/** What a word does in a text. Numbers (with months and days of the week) and names are facts. */
export type TokenKind = 'content' | 'function' | 'number' | 'name';

/** A word, a number or a sign in its place. */
export interface Token {
  readonly word: Word;
  readonly kind: TokenKind;
  /** Begins a sentence or line. */
  readonly begins: boolean;
  /** Has a capital where a sentence begins: it may be a name. */
  readonly opens: boolean;
  /** Is written in capitals alone: "США". */
  readonly acronym: boolean;
  /** A colon, dash or bracket stands between it and the token before: "постов: 6". */
  readonly afterColon: boolean;
}

const LATIN = /[a-z]/iu;

/**
 * The token of a written word: a name when it has Latin letters, several capitals, or a capital that does not begin a
 * sentence.
 */
export function wordToken(
  written: string,
  capitals: number,
  begins: boolean,
  afterColon: boolean,
  lexicon: Lexicon,
): Token {
  const word = lexicon.word(written);
  const [opens, acronym] = [begins && capitals > 0, capitals > 1 && capitals === written.length];
  return { word, kind: kindOf(word, written, capitals, begins), begins, opens, acronym, afterColon };
}

function kindOf(word: Word, written: string, capitals: number, begins: boolean): TokenKind {
  if (word.numeral !== undefined || word.month !== undefined || word.weekday) return 'number';
  if (capitals > 1) return 'name';
  if (word.isFunction) return 'function';
  return LATIN.test(written) || (capitals === 1 && !begins) ? 'name' : 'content';
}

/** Says whether a token carries meaning of its own. */
export function isMeaningful({ kind }: Token): boolean {
  return kind !== 'function';
}

/** Says whether a token is a word or name, but no number: numbers may be written in many ways. */
export function isWord({ kind }: Token): boolean {
  return kind === 'content' || kind === 'name';
}
