import { shuffled } from '../../../shared/shuffled.js';
import type { Spoil } from './defect.js';
import { itemSentences, itemsOf, listMark, mapItems } from './summary-lines.js';

/**
 * All sentences change places at random; items keep their number of sentences. News in another order is no worse a
 * digest, so at least one item has to have sentences that belong together.
 */
export const shuffledSentences: Spoil = ({ summary }, random) => {
  const items = itemsOf(summary).map(itemSentences);
  if (!items.some(({ length }) => length > 1)) return { skipped: 'no item of two sentences: any order is a good one' };
  const sentences = items.flat();
  if (sentences.length < 3) return { skipped: 'fewer than three sentences' };
  const mixed = mixedUp(sentences, random);
  let next = 0;
  const changed = mapItems(summary, (item, index) => {
    const count = items[index]?.length ?? 0;
    return listMark(item) + mixed.slice(next, (next += count)).join(' ');
  });
  return { summary: changed };
};

/** A random order that is not the old one. */
function mixedUp(sentences: readonly string[], random: Parameters<Spoil>[1]): readonly string[] {
  for (;;) {
    const mixed = shuffled(sentences, random);
    if (mixed.some((sentence, index) => sentence !== sentences[index])) return mixed;
    if (new Set(sentences).size === 1) return mixed;
  }
}
