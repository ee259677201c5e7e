import { canonicalWord } from '../../text/canonical-words.js';
import type { Measure } from '../../text/measures.js';
import { MEASURES } from '../../text/measures.js';
import type { Numeral } from '../../text/russian-numerals.js';
import { numeralOf, numeralWithin } from '../../text/russian-numerals.js';
import { russianRoot } from '../../text/russian-root.js';
import { ADVICE_WORDS, FUNCTION_WORDS, MONTH_WORDS, REPORTING_WORDS, WEEKDAY_WORDS } from './word-lists.js';
import type { WrittenNumber } from '../../text/written-number.js';
import { writtenNumber } from '../../text/written-number.js';

/** Gives the stem of a lower-case word. */
export type Stem = (word: string) => string;

/** What is known of a word form, once for all texts. Numbers stand for texts: equal ones are equal stems and roots. */
export interface Word {
  /** Lower case, "е" for "ё", abbreviations written out. */
  readonly form: string;
  readonly stem: number;
  readonly stemText: string;
  readonly root: number;
  readonly isFunction: boolean;
  /** 1…12 for a month. */
  readonly month: number | undefined;
  readonly weekday: boolean;
  readonly numeral: Numeral | undefined;
  /** The number that a longer word begins with ("пятилетний"). */
  readonly within: number | undefined;
  readonly measure: Measure | undefined;
  /** Digits, read. */
  readonly written: WrittenNumber | undefined;
}

const SAYING_NOTHING = [FUNCTION_WORDS, REPORTING_WORDS, ADVICE_WORDS];
const LIMIT = 60_000;
/** Nothing in a language is longer; hostile runs of letters are cut. */
const LONGEST = 64;
const SHORTEST_CONTENT = 3;

/**
 * The words that a judge has met, each looked at once. It only remembers what is always the same, so what was judged
 * before never shows in a score; it forgets all when it grows too large, between two samples.
 */
export class Lexicon {
  readonly #words = new Map<string, Word>();
  readonly #ids = new Map<string, number>();
  readonly #measures: ReadonlyMap<string, Measure>;

  constructor(private readonly stem: Stem) {
    this.#measures = new Map(Array.from(MEASURES, ([word, measure]) => [stem(word), measure]));
  }

  /** Call it before a sample, never within one. */
  forgetIfLarge(): void {
    if (this.#words.size < LIMIT) return;
    this.#words.clear();
    this.#ids.clear();
  }

  /** @param written a word in any case, or a sign such as "%" */
  word(written: string): Word {
    const known = this.#words.get(written);
    return known ?? this.#learn(written, written.slice(0, LONGEST).toLowerCase().replaceAll('ё', 'е'));
  }

  /** @param written digits with their separators */
  digits(written: string): Word {
    const known = this.#words.get(written);
    if (known !== undefined) return known;
    const short = written.slice(0, LONGEST);
    const read = writtenNumber(short);
    const text = read.value === undefined ? short : String(read.value);
    return this.#remember(written, { ...this.#plain(text, text), isFunction: false, written: read });
  }

  #learn(written: string, lower: string): Word {
    const form = canonicalWord(lower);
    const stemText = this.stem(form);
    const short = form.length < SHORTEST_CONTENT && form === lower;
    const word = {
      ...this.#plain(form, stemText),
      isFunction: short || SAYING_NOTHING.some((words) => words.has(form)),
      month: MONTH_WORDS.get(form),
      weekday: WEEKDAY_WORDS.has(form),
      numeral: numeralOf(form),
      within: numeralWithin(form),
      measure: this.#measures.get(stemText),
    };
    return this.#remember(written, word);
  }

  #plain(form: string, stemText: string): Word {
    const nothing = { month: undefined, weekday: false, numeral: undefined, within: undefined };
    const [stem, root] = [this.#id(stemText), this.#id(`~${russianRoot(stemText)}`)];
    return { form, stem, stemText, root, isFunction: false, measure: undefined, written: undefined, ...nothing };
  }

  /** The key is a copy: a piece that is cut out of a text keeps all of the text in memory. */
  #remember(written: string, word: Word): Word {
    this.#words.set(Array.from(written).join(''), word);
    return word;
  }

  #id(text: string): number {
    const known = this.#ids.get(text);
    if (known !== undefined) return known;
    const id = this.#ids.size;
    this.#ids.set(text, id);
    return id;
  }
}
