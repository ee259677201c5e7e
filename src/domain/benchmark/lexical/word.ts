import { soundKey } from '../../text/sound-key.js';
import type { WordFacts } from './word-facts.js';

const [LATIN_A, LATIN_Z] = [0x61, 0x7a];
/** "Подмосковье" is derived from "Москва". */
const PLACE_PREFIX = /^(?:под|за|при)(?=.{4})/u;

/** What is known of a word, once for all texts. Numbers stand for texts: equal ones are equal stems and roots. */
export class Word {
  #sounds: ReadonlySet<string> | undefined = undefined;
  #unprefixed: string | undefined = undefined;

  constructor(
    /** Lower case, "е" for "ё", abbreviations written out. */
    readonly form: string,
    readonly stem: number,
    readonly stemText: string,
    readonly root: number,
    readonly facts: WordFacts,
  ) {}

  get isLatin(): boolean {
    const first = this.form.charCodeAt(0);
    return first >= LATIN_A && first <= LATIN_Z;
  }

  /** How it may sound in Russian: its stem, the whole word (stems of names lose too much), and "th" both ways. */
  get sounds(): ReadonlySet<string> {
    return (this.#sounds ??= new Set([this.stemText, this.form, this.form.replaceAll('th', 's')].map(soundKey)));
  }

  /** Its stem without a prefix that names of places take. */
  get unprefixedStem(): string {
    return (this.#unprefixed ??= this.stemText.replace(PLACE_PREFIX, ''));
  }
}
