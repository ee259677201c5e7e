import { foldCharacter } from './fold-character.js';
import { mixed } from './word-hash.js';

/** A text's words as 32-bit hashes. */
export interface WordHashes {
  /** All words in order. */
  readonly words: Uint32Array;
  /** Those of two characters or more, and all numbers: single letters say nothing. */
  readonly terms: Uint32Array;
  /** The numbers among them, sorted. */
  readonly numbers: Uint32Array;
}

const [DIGIT_ZERO, DIGIT_NINE] = [0x30, 0x39];
const [BRACKET, PARENTHESIS, CLOSING, SLASH, COLON] = [0x5d, 0x28, 0x29, 0x2f, 0x3a];

/** Reads the words of Markdown in one pass, without the addresses of links. */
export function wordHashes(markdown: string): WordHashes {
  const reader = new WordReader(markdown);
  while (reader.next());
  return reader.result();
}

class WordReader {
  readonly #words: number[] = [];
  readonly #terms: number[] = [];
  readonly #numbers: number[] = [];
  #at = 0;

  constructor(private readonly text: string) {}

  /** Takes a word, an address, or what stands between; false at the end. */
  next(): boolean {
    const { text } = this;
    if (this.#at >= text.length) return false;
    if (foldCharacter(text.charCodeAt(this.#at)) !== 0) this.#word();
    else if (text.charCodeAt(this.#at) === BRACKET && text.charCodeAt(this.#at + 1) === PARENTHESIS)
      this.#skipTo((code) => code === CLOSING || code <= 0x20);
    else this.#at++;
    return true;
  }

  result(): WordHashes {
    return {
      words: Uint32Array.from(this.#words),
      terms: Uint32Array.from(this.#terms),
      numbers: Uint32Array.from(this.#numbers).sort(),
    };
  }

  #word(): void {
    const { text } = this;
    const start = this.#at;
    const first = text.charCodeAt(start);
    let hash = 0x811c9dc5;
    let at = start;
    for (let code = foldCharacter(first); code !== 0; code = foldCharacter(text.charCodeAt(++at)))
      hash = Math.imul(hash ^ code, 0x01000193);
    this.#at = at;
    if (text.charCodeAt(at) === COLON && text.charCodeAt(at + 1) === SLASH) this.#skipTo((code) => code <= 0x20);
    else this.#take(mixed(hash), at - start, first >= DIGIT_ZERO && first <= DIGIT_NINE);
  }

  #take(hash: number, length: number, number: boolean): void {
    this.#words.push(hash);
    if (length > 1 || number) this.#terms.push(hash);
    if (number) this.#numbers.push(hash);
  }

  /** Passes over an address, to the end of the text at most. */
  #skipTo(ends: (code: number) => boolean): void {
    while (this.#at < this.text.length && !ends(this.text.charCodeAt(this.#at))) this.#at++;
  }
}
