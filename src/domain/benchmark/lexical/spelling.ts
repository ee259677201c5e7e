import { CharKind, charKind } from '../../text/char-kinds.js';
import type { Token, TokenKind } from './tokens.js';
import type { Word } from './word.js';

const LATIN = /[a-z]/iu;

/** A word as it is written, with the tokens that it mostly is: a channel writes most words again. */
export class Spelling {
  #inside: Token | undefined = undefined;
  #first: Token | undefined = undefined;

  private constructor(
    private readonly word: Word,
    private readonly within: TokenKind,
    private readonly beginning: TokenKind,
    private readonly capital: boolean,
    private readonly acronym: boolean,
  ) {}

  /** Digits and signs: what they are depends neither on letters nor on their place. */
  static plain(word: Word, kind: TokenKind): Spelling {
    return new Spelling(word, kind, kind, false, false);
  }

  /** A name when it has Latin letters, several capitals, or a capital that does not begin a sentence. */
  static ofLetters(written: string, word: Word): Spelling {
    const capitals = capitalsIn(written);
    const acronym = capitals > 1 && capitals === written.length;
    const beginning = kindOf(word, written, capitals);
    const within = capitals === 1 && beginning === 'content' ? 'name' : beginning;
    return new Spelling(word, within, beginning, capitals > 0, acronym);
  }

  /** @param begins a sentence or line */
  token(begins: boolean, afterColon: boolean): Token {
    if (afterColon) return this.#made(begins, true);
    if (begins) return (this.#first ??= this.#made(true, false));
    return (this.#inside ??= this.#made(false, false));
  }

  #made(begins: boolean, afterColon: boolean): Token {
    const kind = begins ? this.beginning : this.within;
    return { word: this.word, kind, begins, opens: begins && this.capital, acronym: this.acronym, afterColon };
  }
}

/** The kind of a word that begins a sentence. */
function kindOf(word: Word, written: string, capitals: number): TokenKind {
  if (word.facts.numeral !== undefined || word.facts.month !== undefined || word.facts.weekday) return 'number';
  if (capitals > 1) return 'name';
  if (word.facts.isFunction) return 'function';
  return LATIN.test(written) ? 'name' : 'content';
}

function capitalsIn(written: string): number {
  let capitals = 0;
  for (let at = 0; at < written.length; at++) if (charKind(written.charCodeAt(at)) === CharKind.upper) capitals++;
  return capitals;
}
