import type { Context } from './context.js';
import type { Figure } from './figures.js';
import { figuresOf } from './figures.js';
import { NameSupport } from './name-support.js';
import type { IndexedUnit, SourceIndex } from './source-index.js';
import { pairKey } from './source-index.js';
import type { Token } from './tokens.js';
import { isMeaningful } from './tokens.js';
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
    const figures = figuresOf(sentence.tokens)
      .filter((figure) => !this.#isStated(figure, sentence))
      .map(({ at }) => ({ fact: written(sentence.tokens[at]), weight: 1 }));
    const names = sentence.tokens.flatMap((token, at) => this.#nameFault(token, at, sentence));
    return [...figures, ...names, ...this.#moved(sentence)].filter(({ weight }) => weight > 0);
  }

  #isStated(figure: Figure, { units, heading }: TracedSentence): boolean {
    const { wholeSource, figures: own } = this.context;
    if ((heading || wholeSource) && own.holds(figure)) return true;
    if (heading) return this.index.figures.holds(figure);
    if (!wholeSource) return units.some(({ figures }) => figures.states(figure));
    const { main } = this.index;
    return main.states(figure) || (!main.counts(figure) && units.some(({ figures }) => figures.states(figure)));
  }

  #nameFault(token: Token, at: number, { tokens, units, heading }: TracedSentence): readonly FactFault[] {
    if (!this.#isName(token)) return [];
    const { stem, stemText } = token.word;
    const free = heading || this.context.wholeSource;
    if (free && (this.context.stems.has(stem) || this.index.postings.has(stem))) return [];
    const support = units.reduce(
      (best, unit) => (best === 1 ? 1 : Math.max(best, this.#names.of(tokens, at, unit))),
      0,
    );
    return [{ fact: stemText, weight: 1 - support }];
  }

  /** The first word of a sentence is one when the source has it as a name alone. */
  #isName({ kind, opens, word }: Token): boolean {
    return kind === 'name' || (kind === 'content' && opens && this.index.names.has(word.stem));
  }

  /** Facts that the post has, but beside neither of the words that they stand beside here. */
  #moved({ tokens, units: [unit], heading, support }: TracedSentence): readonly FactFault[] {
    const weight = (MOVED * Math.max(0, support - VERBATIM)) / (1 - VERBATIM);
    if (unit === undefined || heading || this.context.wholeSource || weight === 0) return [];
    const meaningful = tokens.filter(isMeaningful);
    return meaningful
      .filter((token, at) => isMoved(token, meaningful[at - 1], meaningful[at + 1], unit))
      .map((token) => ({ fact: written(token), weight }));
  }
}

function isMoved(token: Token, before: Token | undefined, after: Token | undefined, unit: IndexedUnit): boolean {
  if (token.kind === 'content' || !unit.places.has(token.word.stem)) return false;
  if (before === undefined && after === undefined) return false;
  const stands = (left: Token | undefined, right: Token | undefined) =>
    left !== undefined && right !== undefined && unit.neighbours.has(pairKey(left.word.stem, right.word.stem));
  return !stands(before, token) && !stands(token, after);
}

function written(token: Token | undefined): string {
  return token?.word.stemText ?? '';
}
