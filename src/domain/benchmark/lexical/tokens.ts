import type { Word } from './word.js';

/** What a word does in a text. Numbers (with months and days of the week) and names are facts. */
export type TokenKind = 'content' | 'function' | 'number' | 'name';

/** A word, a number or a sign, and how it stands in a text; where it stands like that again it may be the same object. */
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

/** Says whether a token carries meaning of its own. */
export function isMeaningful({ kind }: Token): boolean {
  return kind !== 'function';
}

/** Says whether a token is a word or name, but no number: numbers may be written in many ways. */
export function isWord({ kind }: Token): boolean {
  return kind === 'content' || kind === 'name';
}
