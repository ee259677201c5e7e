import { soundKey } from '../../text/sound-key.js';
import type { IndexedUnit } from './source-index.js';
import type { Token } from './tokens.js';
import { isMeaningful } from './tokens.js';

const LATIN = /^[a-z]/;
const SHORTEST_KEY = 2;
/** Derived words ("Москва", "московский") share this much and differ in their ends alone. */
const SHARED_LETTERS = 4;
const LONGEST_END = 4;
const DERIVED = 0.9;
/** "Подмосковье" is derived from "Москва". */
const PLACE_PREFIX = /^(?:под|за|при)(?=.{4})/u;
const LONGEST_ACRONYM = 6;
const COMPOUND_PART = 3;
/** Each search goes over a whole unit: so many names without an equal are looked into, the others are held wrong. */
const MOST_SEARCHES = 100;

/** Finds names in a unit that are written otherwise there: one for a sample. */
export class NameSupport {
  #searches = 0;

  /**
   * How well a unit supports the name at a place of a sentence: 1 when it is there, in another script ("Google", "Гугл"),
   * as an acronym or written out ("МГУ", "Московский университет", "Минобороны"); 0.9 when a word of the same beginning
   * is; else 0.
   */
  of(sentence: readonly Token[], at: number, unit: IndexedUnit): number {
    const name = sentence[at];
    if (name === undefined || unit.places.has(name.word.stem)) return 1;
    if (++this.#searches > MOST_SEARCHES) return 0;
    const others = unit.tokens.filter(isMeaningful);
    const around = sentence.slice(Math.max(0, at - LONGEST_ACRONYM), at + LONGEST_ACRONYM).filter(isMeaningful);
    if (
      others.some((other) => soundsAlike(name, other)) ||
      isShortened(name, others) ||
      isWrittenOut(name, around, others)
    )
      return 1;
    return others.some((other) => isDerived(name, other)) ? DERIVED : 0;
  }
}

/** Only across scripts: within one, names that sound alike are two names. */
function soundsAlike({ word }: Token, other: Token): boolean {
  if (LATIN.test(word.form) === LATIN.test(other.word.form)) return false;
  const key = soundKey(word.stemText);
  return key.length >= SHORTEST_KEY && key === soundKey(other.word.stemText);
}

function isDerived({ word }: Token, other: Token): boolean {
  const [one, two] = [word.stemText, other.word.stemText];
  return sharesBeginning(one, two) || sharesBeginning(one.replace(PLACE_PREFIX, ''), two.replace(PLACE_PREFIX, ''));
}

function sharesBeginning(one: string, two: string): boolean {
  const shared = sharedLetters(one, two);
  return (
    shared >= SHARED_LETTERS && Math.max(one.length, two.length) - shared <= LONGEST_END && shared * 2 > one.length
  );
}

/** The name stands for several words of the unit. */
function isShortened(name: Token, others: readonly Token[]): boolean {
  return others.some((_, from) => standsFor(name, others, from));
}

/** The name is one of several words of the sentence that a word of the unit stands for. */
function isWrittenOut(name: Token, around: readonly Token[], others: readonly Token[]): boolean {
  const shortened = others.filter(({ kind }) => kind !== 'number');
  return around.some((_, from) => {
    const beginning = around.slice(from, from + LONGEST_ACRONYM);
    if (!beginning.includes(name)) return false;
    return shortened.some((other) => standsFor(other, around, from, around.indexOf(name) - from));
  });
}

/** Whether a word is made of the words that begin at a place: of initials, or of beginnings of two ("Минобороны"). */
function standsFor(short: Token, words: readonly Token[], from: number, reach = 0): boolean {
  return short.acronym
    ? isAcronymOf(short.word.form, words, from, reach)
    : isCompoundOf(short.word.form, words, from, reach);
}

/** All letters but one at most, at least two: "США" stands for "Соединённые Штаты" too. */
function isAcronymOf(acronym: string, words: readonly Token[], from: number, reach: number): boolean {
  let shared = 0;
  while (shared < acronym.length && words[from + shared]?.word.form[0] === acronym[shared]) shared++;
  return shared >= 2 && shared >= acronym.length - 1 && reach < shared;
}

function isCompoundOf(compound: string, words: readonly Token[], from: number, reach: number): boolean {
  const [first = '', second = ''] = [words[from]?.word.form, words[from + 1]?.word.stemText];
  if (reach > 1 || second.length < COMPOUND_PART) return false;
  const shared = sharedLetters(compound, first);
  if (shared < COMPOUND_PART || shared === first.length) return false;
  return compound.startsWith(second.slice(0, COMPOUND_PART), shared);
}

function sharedLetters(one: string, other: string): number {
  let shared = 0;
  while (shared < one.length && one[shared] === other[shared]) shared++;
  return shared;
}
