import type { Context } from './context.js';
import type { Figure } from './figures.js';
import { figuresOf } from './figures.js';
import type { IndexedUnit } from './indexed-unit.js';
import { NameSupport } from './name-support.js';
import type { SentenceWord } from './sentence-word.js';
import type { SourceIndex } from './source-index.js';
import type { Token } from './tokens.js';
import type { TracedSentence } from './trace-summary.js';

/** A fact of a summary that the source does not bear out, and how much it counts, 0…1. */
export interface FactFault {
  readonly fact: string;
  readonly weight: number;
}

/** A sentence that is taken over nearly word for word may not have its facts beside other words. */
const VERBATIM = 0.85;
const MOVED = 0.1;

/** Finds the facts of a summary that are not in the posts that its sentences tell of: one for a sample. */
export class FactFaults {
  readonly #names = new NameSupport();

  constructor(
    private readonly index: SourceIndex,
    private readonly context: Context,
  ) {}

  /** The faults of a sentence; a heading may name whatever the source has anywhere. */
  of(sentence: TracedSentence): readonly FactFault[] {
    const faults: FactFault[] = [];
    this.#addFigures(faults, sentence);
    this.#addNames(faults, sentence);
    this.#addMoved(faults, sentence);
    return faults;
  }

  #addFigures(faults: FactFault[], sentence: TracedSentence): void {
    for (const figure of figuresOf(sentence.tokens))
      if (!this.#isStated(figure, sentence)) faults.push({ fact: written(sentence.tokens[figure.at]), weight: 1 });
  }

  #isStated(figure: Figure, { units, heading }: TracedSentence): boolean {
    const { wholeSource, figures: own } = this.context;
    if ((heading || wholeSource) && own.holds(figure)) return true;
    if (heading) return this.index.figures.holds(figure);
    if (!wholeSource) return units.some(({ figures }) => figures.states(figure));
    const { mainFigures: main } = this.index;
    return main.states(figure) || (!main.counts(figure) && units.some(({ figures }) => figures.states(figure)));
  }

  #addNames(faults: FactFault[], sentence: TracedSentence): void {
    const free = sentence.heading || this.context.wholeSource;
    for (const word of sentence.words) {
      if (!isName(word) || (free && this.#isKnown(word))) continue;
      const weight = 1 - this.#support(word, sentence);
      if (weight > 0) faults.push({ fact: written(word.token), weight });
    }
  }

  #isKnown({ token, stem }: SentenceWord): boolean {
    return stem !== undefined || this.context.stems.has(token.word.stem);
  }

  #support(name: SentenceWord, { units, tokens }: TracedSentence): number {
    let best = 0;
    for (const unit of units) if (best < 1) best = Math.max(best, this.#names.of(name, tokens, unit));
    return best;
  }

  /** Facts that the posts have, but beside neither of the words that they stand beside here. */
  #addMoved(faults: FactFault[], { words, units, heading, support }: TracedSentence): void {
    const weight = (MOVED * Math.max(0, support.ofContents - VERBATIM)) / (1 - VERBATIM);
    if (heading || this.context.wholeSource || weight === 0) return;
    for (let at = 0; at < words.length; at++)
      if (isMoved(words, at, units)) faults.push({ fact: written(words[at]?.token), weight });
  }
}

/** The first word of a sentence is one when the source has it as a name alone. */
function isName({ token: { kind, opens }, stem }: SentenceWord): boolean {
  return kind === 'name' || (kind === 'content' && opens && stem?.isName === true);
}

function isMoved(words: readonly SentenceWord[], at: number, units: readonly IndexedUnit[]): boolean {
  const word = words[at];
  if (word === undefined || word.token.kind === 'content') return false;
  const having = units.filter((unit) => unit.has(word.stem));
  const [first, last] = runOfNumbers(words, at);
  const isOut = (unit: IndexedUnit) => isBesideOthers(words, at, at, unit) || isBesideOthers(words, first, last, unit);
  return having.length > 0 && having.every(isOut);
}

/** "28 ноября" moves as one. */
function runOfNumbers(words: readonly SentenceWord[], at: number): readonly [number, number] {
  let [first, last] = [at, at];
  if (words[at]?.token.kind !== 'number') return [at, at];
  while (words[first - 1]?.token.kind === 'number') first--;
  while (words[last + 1]?.token.kind === 'number') last++;
  return [first, last];
}

/** Whether words from one to another stand beside neither of their neighbours in a unit; where they have none, they do. */
function isBesideOthers(words: readonly SentenceWord[], first: number, last: number, unit: IndexedUnit): boolean {
  if (first === 0 && last === words.length - 1) return false;
  const [before, after] = [words[first - 1]?.stem, words[last + 1]?.stem];
  return !unit.follows(before, words[first]?.stem) && !unit.follows(words[last]?.stem, after);
}

function written(token: Token | undefined): string {
  return token?.word.stemText ?? '';
}
