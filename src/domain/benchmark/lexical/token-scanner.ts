import { CharKind, charKind } from '../../text/char-kinds.js';
import type { Lexicon, Word } from './lexicon.js';
import type { Token, TokenKind } from './tokens.js';
import { wordToken } from './tokens.js';

const SIGNS = new Set(Array.from('%$€₽£°№', (sign) => sign.charCodeAt(0)));
const ENDS = new Set(Array.from('.!?…\n', (mark) => mark.charCodeAt(0)));
const COLONS = new Set(Array.from(':—–(', (mark) => mark.charCodeAt(0)));
const SPACES = new Set([0x20, 0xa0, 0x2009, 0x202f]);
const SEPARATORS = new Set(Array.from('.,:', (mark) => mark.charCodeAt(0)));
const GROUP = 3;
const ISO_DATE = /^\d{4}-\d\d-\d\d$/;
const ISO_LENGTH = 10;

/** The tokens of a text in order. */
export function tokensOf(text: string, lexicon: Lexicon): readonly Token[] {
  return new TokenScanner(text, lexicon).scan();
}

/** Goes over a text once, from left to right. */
class TokenScanner {
  readonly #tokens: Token[] = [];
  #at = 0;
  #begins = true;
  #afterColon = false;

  constructor(
    private readonly text: string,
    private readonly lexicon: Lexicon,
  ) {}

  scan(): readonly Token[] {
    while (this.#at < this.text.length) {
      const unit = this.text.charCodeAt(this.#at);
      const kind = charKind(unit);
      if (kind === CharKind.digit) this.#digits();
      else if (kind === CharKind.other) this.#mark(unit);
      else this.#letters();
    }
    return this.#tokens;
  }

  #letters(): void {
    const start = this.#at;
    let capitals = 0;
    for (; this.#at < this.text.length; this.#at++) {
      const kind = charKind(this.text.charCodeAt(this.#at));
      if (kind === CharKind.other) break;
      if (kind === CharKind.upper) capitals++;
    }
    const written = this.text.slice(start, this.#at);
    this.#add(wordToken(written, capitals, this.#begins, this.#afterColon, this.lexicon));
  }

  #digits(): void {
    const start = this.#at;
    this.#at = this.#isoDateEnd(start) ?? this.#runEnd(start);
    while (this.#at - start <= GROUP ? this.#takeGroup() : this.#isGrouped(start) && this.#takeGroup());
    while (SEPARATORS.has(this.text.charCodeAt(this.#at)) && this.#isDigit(this.#at + 1))
      this.#at = this.#runEnd(this.#at + 1);
    const word = this.lexicon.digits(this.text.slice(start, this.#at));
    this.#add(this.#plain(word, 'number'));
  }

  #isoDateEnd(start: number): number | undefined {
    return ISO_DATE.test(this.text.slice(start, start + ISO_LENGTH)) ? start + ISO_LENGTH : undefined;
  }

  /** Whether the digits so far hold a space: then more groups may follow. */
  #isGrouped(start: number): boolean {
    return SPACES.has(this.text.charCodeAt(this.#at - GROUP - 1)) && this.#at - GROUP - 1 > start;
  }

  /** A space and just three digits: "1 200". */
  #takeGroup(): boolean {
    if (!SPACES.has(this.text.charCodeAt(this.#at))) return false;
    const end = this.#runEnd(this.#at + 1);
    if (end - this.#at - 1 !== GROUP) return false;
    this.#at = end;
    return true;
  }

  #runEnd(from: number): number {
    let end = from;
    while (this.#isDigit(end)) end++;
    return end;
  }

  #isDigit(at: number): boolean {
    return charKind(this.text.charCodeAt(at)) === CharKind.digit;
  }

  #mark(unit: number): void {
    if (SIGNS.has(unit)) {
      this.#add(this.#plain(this.lexicon.word(this.text.charAt(this.#at)), 'content'));
    } else if (ENDS.has(unit)) this.#begins = true;
    else if (COLONS.has(unit)) this.#afterColon = true;
    this.#at++;
  }

  #plain(word: Word, kind: TokenKind): Token {
    return { word, kind, begins: this.#begins, opens: false, acronym: false, afterColon: this.#afterColon };
  }

  #add(token: Token): void {
    this.#tokens.push(token);
    this.#begins = false;
    this.#afterColon = false;
  }
}
