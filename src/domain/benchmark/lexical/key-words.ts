import type { IndexedUnit } from './indexed-unit.js';
import type { SourceIndex } from './source-index.js';
import type { SourceStem } from './source-stem.js';
import type { Token } from './tokens.js';
import { isWord } from './tokens.js';
import { WeightedStems } from './weighted-stems.js';

/** The key words of one unit. */
export interface UnitKeys {
  /** Its place in the source. */
  readonly unit: number;
  readonly keys: WeightedStems;
}

const KEYS = 8;
const FEWEST = 3;

/**
 * For each main unit that has three words: the eight rarest words of a post's title and summary (of all of its text, where
 * they cannot be told), by ln(1 + units / units with it). Whatever else is put into a post changes nothing.
 */
export function keyWords({ units, size }: SourceIndex): readonly UnitKeys[] {
  const leads = leadWords(units, size);
  const weights = rarities(leads, size);
  const keys: UnitKeys[] = [];
  for (const { unit, words } of leads)
    if (words.length >= FEWEST) keys.push({ unit, keys: new WeightedStems(words, weights).heaviest(KEYS) });
  return keys;
}

/** The different words of a main unit's title and summary, in order. */
interface Lead {
  readonly unit: number;
  readonly words: readonly SourceStem[];
}

function leadWords(units: readonly IndexedUnit[], size: number): readonly Lead[] {
  const leads: Lead[] = [];
  /** By stem: how many units had been gone through when it was last met, this one too. */
  const met = new Uint32Array(size);
  for (const unit of units)
    if (unit.main) leads.push({ unit: unit.place, words: wordsOfLead(unit, met, leads.length + 1) });
  return leads;
}

function wordsOfLead({ tokens, stems, lead }: IndexedUnit, met: Uint32Array, now: number): readonly SourceStem[] {
  const words: SourceStem[] = [];
  for (let at = 0; at < lead; at++) {
    const token = tokens[at];
    const stem = stems[at];
    if (token === undefined || stem === undefined || !isTelling(token) || met[stem.id] === now) continue;
    met[stem.id] = now;
    words.push(stem);
  }
  return words;
}

/** A measure ("млн", "процентов") tells of nothing by itself. */
function isTelling(token: Token): boolean {
  return isWord(token) && token.word.facts.measure === undefined;
}

/** By stem: how much it tells one unit from the others. */
function rarities(leads: readonly Lead[], size: number): Float64Array {
  const frequency = new Uint32Array(size);
  for (const { words } of leads) for (const { id } of words) frequency[id] = (frequency[id] ?? 0) + 1;
  const weights = new Float64Array(size);
  for (let id = 0; id < size; id++) weights[id] = Math.log(1 + leads.length / (frequency[id] ?? 0));
  return weights;
}
