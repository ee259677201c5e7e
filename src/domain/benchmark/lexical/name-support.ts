import type { IndexedUnit } from './indexed-unit.js';
import type { SentenceWord } from './sentence-word.js';
import type { Token } from './tokens.js';
import { isMeaningful } from './tokens.js';
import type { Word } from './word.js';

const SHORTEST_KEY = 2;
/** Derived words ("Москва", "московский") share this much and differ in their ends alone. */
const SHARED_LETTERS = 4;
const LONGEST_END = 4;
const DERIVED = 0.9;
const LONGEST_ACRONYM = 6;
const COMPOUND_PART = 3;
/** Each search goes over a whole unit: so many names without an equal are looked into, the others are held wrong. */
const MOST_SEARCHES = 100;

/** Finds names in a unit that are written otherwise there: one for a sample. */
export class NameSupport {
  #searches = 0;

  /**
   * How well a unit supports a name of a sentence: 1 when it is there, in another script ("Google", "Гугл"), as an acronym
   * or written out ("МГУ", "Московский государственный университет", "Минобороны"); 0.9 when a word of the same beginning is; else 0.
   */
  of({ token: name, at, stem }: SentenceWord, sentence: readonly Token[], unit: IndexedUnit): number {
    if (unit.has(stem)) return 1;
    if (++this.#searches > MOST_SEARCHES) return 0;
    const others = unit.meaningful;
    if (others.some(({ word }) => soundsAlike(name.word, word))) return 1;
    if (isShortened(name, others) || isWrittenOut(at, sentence, others)) return 1;
    return others.some(({ word }) => isDerived(name.word, word)) ? DERIVED : 0;
  }
}

/** Only across scripts: within one, names that sound alike are two names. */
function soundsAlike(name: Word, other: Word): boolean {
  if (name.isLatin === other.isLatin) return false;
  for (const sound of name.sounds) if (sound.length >= SHORTEST_KEY && other.sounds.has(sound)) return true;
  return false;
}

function isDerived(name: Word, other: Word): boolean {
  return sharesBeginning(name.stemText, other.stemText) || sharesBeginning(name.unprefixedStem, other.unprefixedStem);
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
function isWrittenOut(at: number, sentence: readonly Token[], others: readonly Token[]): boolean {
  const before = sentence.slice(Math.max(0, at - LONGEST_ACRONYM), at).filter(isMeaningful);
  const words = before.concat(sentence.slice(at, at + LONGEST_ACRONYM).filter(isMeaningful));
  const place = before.length;
  for (let from = Math.max(0, place - LONGEST_ACRONYM + 1); from <= place; from++)
    if (others.some((other) => other.kind !== 'number' && standsFor(other, words, from, place - from))) return true;
  return false;
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
  if (reach > 1) return false;
  const first = words[from]?.word.form ?? '';
  const second = words[from + 1]?.word.stemText ?? '';
  if (second.length < COMPOUND_PART) return false;
  const shared = sharedLetters(compound, first);
  if (shared < COMPOUND_PART || shared === first.length) return false;
  return compound.startsWith(second.slice(0, COMPOUND_PART), shared);
}

function sharedLetters(one: string, other: string): number {
  let shared = 0;
  while (shared < one.length && one.charCodeAt(shared) === other.charCodeAt(shared)) shared++;
  return shared;
}
