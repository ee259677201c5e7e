import { shuffled } from '../../../shared/shuffled.js';
import type { Spoil } from './defect.js';
import { itemSentences, itemsOf, listMark, mapItems } from './summary-lines.js';

const MOST_TRIES = 100;

/**
 * All sentences change places at random; items keep their number of sentences. News in another order is no worse a
 * digest, so at least one item has to have sentences that belong together, and one of these comes apart.
 */
export const shuffledSentences: Spoil = ({ summary }, random) => {
  const items = itemsOf(summary).map(itemSentences);
  if (!items.some(({ length }) => length > 1)) return { skipped: 'no item of two sentences: any order is a good one' };
  if (items.flat().length < 3) return { skipped: 'fewer than three sentences' };
  const mixed = mixedUp(items, random);
  if (mixed === undefined) return { skipped: 'its sentences are alike: any order is a good one' };
  const changed = mapItems(summary, (item, index) => listMark(item) + (mixed[index] ?? []).join(' '));
  return { summary: changed };
};

type Items = readonly (readonly string[])[];

/** A random order in which an item of several sentences is not what any was before; `undefined` where there is hardly one. */
function mixedUp(items: Items, random: Parameters<Spoil>[1]): Items | undefined {
  const known = new Set(items.map((item) => item.join(' ')));
  for (let tries = 0; tries < MOST_TRIES; tries++) {
    const mixed = dealtLike(items, shuffled(items.flat(), random));
    if (mixed.some((item) => item.length > 1 && !known.has(item.join(' ')))) return mixed;
  }
  return undefined;
}

/** Dealt out anew, to each item as many as it had. */
function dealtLike(items: Items, sentences: readonly string[]): Items {
  let next = 0;
  return items.map(({ length }) => sentences.slice(next, (next += length)));
}
