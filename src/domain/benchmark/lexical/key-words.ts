import type { IndexedUnit, SourceIndex } from './source-index.js';
import type { Token } from './tokens.js';
import { isWord } from './tokens.js';

/** A word that says what a unit is about. */
export interface KeyWord {
  readonly stem: number;
  readonly root: number;
  readonly weight: number;
}

const KEYS = 8;
const FEWEST = 3;

/**
 * For each main unit that has three words: the eight rarest words of a post's title and summary (of all of its text, where
 * they cannot be told), by ln(1 + units / units with it). Whatever else is put into a post changes nothing.
 */
export function keyWords({ units }: SourceIndex): readonly (readonly KeyWord[])[] {
  const leads = units.filter(({ main }) => main).map(leadWords);
  const frequency = new Map<number, number>();
  for (const lead of leads) for (const stem of lead.keys()) frequency.set(stem, (frequency.get(stem) ?? 0) + 1);
  const weight = (stem: number) => Math.log(1 + leads.length / (frequency.get(stem) ?? 1));
  return leads
    .filter(({ size }) => size >= FEWEST)
    .map((lead) => Array.from(lead, ([stem, { word }]) => ({ stem, root: word.root, weight: weight(stem) })))
    .map(weightiest);
}

/** The sort is stable: of equals the first in the text stays first. */
function weightiest(words: readonly KeyWord[]): readonly KeyWord[] {
  return words.toSorted((a, b) => b.weight - a.weight).slice(0, KEYS);
}

function leadWords({ tokens, lead }: IndexedUnit): ReadonlyMap<number, Token> {
  const words = new Map<number, Token>();
  for (const token of tokens.slice(0, lead))
    if (isWord(token) && !words.has(token.word.stem)) words.set(token.word.stem, token);
  return words;
}
