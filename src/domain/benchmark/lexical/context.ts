import { FigureIndex } from './figure-index.js';
import type { Figure } from './figures.js';
import { figuresOf } from './figures.js';
import type { Lexicon } from './lexicon.js';
import { tokensOf } from './token-scanner.js';

/** What a summary may say although its source does not, and how it may draw on the source. */
export interface Context {
  /** Stems of the channel and the day. */
  readonly stems: ReadonlySet<number>;
  /** The day's own date. */
  readonly figures: FigureIndex;
  /** That date as it is written first. */
  readonly date: readonly Figure[];
  /** Whether a sentence may draw on the whole source (a synthesis over passes), or has to keep to one post (a digest). */
  readonly wholeSource: boolean;
}

/** Reads the context of a sample. */
export function contextOf(text: string, wholeSource: boolean, lexicon: Lexicon): Context {
  const tokens = tokensOf(text, lexicon);
  const stems = new Set(tokens.map(({ word }) => word.stem));
  const figures = figuresOf(tokens);
  return { stems, figures: new FigureIndex(figures), date: figures.slice(0, 1), wholeSource };
}
