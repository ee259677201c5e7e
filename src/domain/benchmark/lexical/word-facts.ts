import type { Measure } from '../../text/measures.js';
import type { Numeral } from '../../text/russian-numerals.js';
import { numeralOf, numeralWithin } from '../../text/russian-numerals.js';
import type { WrittenNumber } from '../../text/written-number.js';
import { ADVICE_WORDS, FUNCTION_WORDS, MONTH_WORDS, REPORTING_WORDS, WEEKDAY_WORDS } from './word-lists.js';

/** What the lists know of a word form. */
export interface WordFacts {
  readonly isFunction: boolean;
  /** Says that something was said ("статья", "сообщает"). */
  readonly isReporting: boolean;
  /** 1…12 for a month. */
  readonly month: number | undefined;
  readonly weekday: boolean;
  readonly numeral: Numeral | undefined;
  /** The number that a longer word begins with ("пятилетний"). */
  readonly within: number | undefined;
  readonly measure: Measure | undefined;
  /** The short names that it makes with words after it, by their stems: "Соединённые" with "Штаты". */
  readonly fullNames: ReadonlyMap<string, string> | undefined;
  /** Digits, read. */
  readonly written: WrittenNumber | undefined;
}

const SAYING_NOTHING = new Set([...FUNCTION_WORDS, ...REPORTING_WORDS, ...ADVICE_WORDS]);
const SHORTEST_CONTENT = 3;
/** "X5" and "5G" are short, but say much. */
const DIGIT = /\d/;
/** Most words are on no list: they share this. */
const NOTHING: WordFacts = {
  isFunction: false,
  isReporting: false,
  month: undefined,
  weekday: false,
  numeral: undefined,
  within: undefined,
  measure: undefined,
  fullNames: undefined,
  written: undefined,
};

/** What a word's stem is known for. */
export type StemFacts = Pick<WordFacts, 'measure' | 'fullNames'>;

export function factsOfWord(form: string, { measure, fullNames }: StemFacts): WordFacts {
  const facts = {
    isFunction: (form.length < SHORTEST_CONTENT && !DIGIT.test(form)) || SAYING_NOTHING.has(form),
    isReporting: REPORTING_WORDS.has(form),
    month: MONTH_WORDS.get(form),
    weekday: WEEKDAY_WORDS.has(form),
    numeral: numeralOf(form),
    within: numeralWithin(form),
    measure,
    fullNames,
    written: undefined,
  };
  return isNothing(facts) ? NOTHING : facts;
}

function isNothing({ isFunction, month, weekday, numeral, within, measure, fullNames }: WordFacts): boolean {
  const isListed = isFunction || weekday || month !== undefined || fullNames !== undefined;
  return !isListed && numeral === undefined && within === undefined && measure === undefined;
}

export function factsOfDigits(written: WrittenNumber): WordFacts {
  return { ...NOTHING, written };
}
