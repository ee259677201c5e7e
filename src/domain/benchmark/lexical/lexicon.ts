import { CharKind, charKind } from '../../text/char-kinds.js';
import { canonicalWord } from '../../text/canonical-words.js';
import type { FullNames } from '../../text/full-names.js';
import { fullNames } from '../../text/full-names.js';
import type { Measure } from '../../text/measures.js';
import { MEASURES } from '../../text/measures.js';
import { russianRoot } from '../../text/russian-root.js';
import { writtenNumber } from '../../text/written-number.js';
import { Spelling } from './spelling.js';
import type { WordFacts } from './word-facts.js';
import { factsOfDigits, factsOfWord } from './word-facts.js';
import { Word } from './word.js';

/** Gives the stem of a lower-case word. */
export type Stem = (word: string) => string;

const LIMIT = 60_000;
/** Nothing in a language is longer; hostile runs of letters are cut. */
const LONGEST = 64;

/**
 * The words that a judge has met, each looked at once. It only remembers what is always the same, so what was judged
 * before never shows in a score; it forgets all when it grows too large, between two samples.
 */
export class Lexicon {
  readonly #spellings = new Map<string, Spelling>();
  readonly #stems = new Map<string, StemIds>();
  readonly #roots = new Map<string, number>();
  #nextId = 0;
  readonly #measures: ReadonlyMap<string, Measure>;
  readonly #fullNames: FullNames;

  constructor(private readonly stem: Stem) {
    this.#measures = new Map(Array.from(MEASURES, ([word, measure]) => [stem(word), measure]));
    this.#fullNames = fullNames(stem);
  }

  /** Call it before a sample, never within one. */
  forgetIfLarge(): void {
    if (this.#spellings.size < LIMIT) return;
    this.#spellings.clear();
    this.#stems.clear();
    this.#roots.clear();
    this.#nextId = 0;
  }

  /** @param written a word in any case, digits with their separators, or a sign such as "%" */
  spelling(written: string): Spelling {
    return this.#spellings.get(written) ?? this.#learn(written);
  }

  /** Keeps a copy: a piece that is cut out of a text keeps all of the text in memory. */
  #learn(written: string): Spelling {
    const copy = Array.from(written).join('');
    const spelling = this.#read(copy);
    this.#spellings.set(copy, spelling);
    return spelling;
  }

  #read(written: string): Spelling {
    const kind = charKind(written.charCodeAt(0));
    if (kind === CharKind.digit) return Spelling.plain(this.#digits(written), 'number');
    const word = this.#letters(written);
    return kind === CharKind.other ? Spelling.plain(word, 'content') : Spelling.ofLetters(written, word);
  }

  #letters(written: string): Word {
    const form = canonicalWord(written.slice(0, LONGEST).toLowerCase().replaceAll('ё', 'е'));
    const stemText = this.stem(form);
    const known = { measure: this.#measures.get(stemText), fullNames: this.#fullNames.get(stemText) };
    return this.#word(form, stemText, factsOfWord(form, known));
  }

  #digits(written: string): Word {
    const short = written.slice(0, LONGEST);
    const read = writtenNumber(short);
    const text = read.value === undefined ? short : String(read.value);
    return this.#word(text, text, factsOfDigits(read));
  }

  #word(form: string, stemText: string, facts: WordFacts): Word {
    const { stem, root } = this.#idsOf(stemText);
    return new Word(form, stem, stemText, root, facts);
  }

  #idsOf(stemText: string): StemIds {
    const known = this.#stems.get(stemText);
    if (known !== undefined) return known;
    const root = russianRoot(stemText);
    const ids = { stem: this.#nextId++, root: this.#roots.get(root) ?? this.#nextId++ };
    this.#stems.set(stemText, ids);
    this.#roots.set(root, ids.root);
    return ids;
  }
}

/** Numbers that stand for a stem and its root: no stem has the number of a root. */
interface StemIds {
  readonly stem: number;
  readonly root: number;
}
