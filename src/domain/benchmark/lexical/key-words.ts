import type { IndexedUnit, SourceIndex } from './source-index.js';
import { rarity } from './source-index.js';
import { isWord } from './tokens.js';

/** A word that says what a unit is about. */
export interface KeyWord {
  readonly stem: number;
  readonly root: number;
  readonly weight: number;
}

const KEYS = 8;
const FEWEST = 3;
const MOST_COUNTED = 3;

/**
 * The eight weightiest words of a unit: by how often it says them (three times at most; title, summary and text repeat
 * what matters) and by rarity in the day. A unit of less than three words has none.
 */
export function keyWords(unit: IndexedUnit, index: SourceIndex): readonly KeyWord[] {
  const counts = countWords(unit);
  if (counts.size < FEWEST) return [];
  // Where a unit repeats what matters, what it says once is no key: one more sentence in it changes little.
  const once = Math.max(...Array.from(counts.values(), ({ count }) => count)) > 1 ? 1 : 0;
  const repeated = [...counts].filter(([, { count }]) => count > once);
  const weighed = repeated.map(([stem, { root, count }]) => ({
    stem,
    root,
    weight: count * rarity(index, stem),
  }));
  // The sort is stable: of equals the first in the text stays first.
  return weighed.sort((a, b) => b.weight - a.weight).slice(0, KEYS);
}

function countWords({ tokens }: IndexedUnit): ReadonlyMap<number, { readonly root: number; readonly count: number }> {
  const counts = new Map<number, { readonly root: number; count: number }>();
  for (const token of tokens) {
    if (!isWord(token)) continue;
    const known = counts.get(token.word.stem);
    if (known === undefined) counts.set(token.word.stem, { root: token.word.root, count: 1 });
    else known.count = Math.min(MOST_COUNTED, known.count + 1);
  }
  return counts;
}
