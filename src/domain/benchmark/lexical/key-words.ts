import type { IndexedUnit } from './indexed-unit.js';
import type { SourceIndex } from './source-index.js';
import type { SourceStem } from './source-stem.js';
import { isWord } from './tokens.js';
import { WeightedStems } from './weighted-stems.js';

const KEYS = 8;
const FEWEST = 3;

/**
 * For each main unit that has three words: the eight rarest words of a post's title and summary (of all of its text, where
 * they cannot be told), by ln(1 + units / units with it). Whatever else is put into a post changes nothing.
 */
export function keyWords({ units, size }: SourceIndex): readonly WeightedStems[] {
  const leads = leadWords(units, size);
  const weights = rarities(leads, size);
  const keys: WeightedStems[] = [];
  for (const lead of leads) if (lead.length >= FEWEST) keys.push(new WeightedStems(lead, weights).heaviest(KEYS));
  return keys;
}

/** The different words of each main unit's title and summary, in order. */
function leadWords(units: readonly IndexedUnit[], size: number): readonly (readonly SourceStem[])[] {
  const leads: (readonly SourceStem[])[] = [];
  /** By stem: how many units had been gone through when it was last met, this one too. */
  const met = new Uint32Array(size);
  for (const unit of units) if (unit.main) leads.push(wordsOfLead(unit, met, leads.length + 1));
  return leads;
}

function wordsOfLead({ tokens, stems, lead }: IndexedUnit, met: Uint32Array, now: number): readonly SourceStem[] {
  const words: SourceStem[] = [];
  for (let at = 0; at < lead; at++) {
    const token = tokens[at];
    const stem = stems[at];
    if (token === undefined || stem === undefined || !isWord(token) || met[stem.id] === now) continue;
    met[stem.id] = now;
    words.push(stem);
  }
  return words;
}

/** By stem: how much it tells one unit from the others. */
function rarities(leads: readonly (readonly SourceStem[])[], size: number): Float64Array {
  const frequency = new Uint32Array(size);
  for (const lead of leads) for (const { id } of lead) frequency[id] = (frequency[id] ?? 0) + 1;
  const weights = new Float64Array(size);
  for (let id = 0; id < size; id++) weights[id] = Math.log(1 + leads.length / (frequency[id] ?? 0));
  return weights;
}
