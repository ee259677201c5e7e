import { shuffled } from '../../../shared/shuffled.js';
import type { Spoil } from './defect.js';
import { itemSentences, itemsOf, listMark, mapItems } from './summary-lines.js';

const FEWEST = 3;

/** A third of the items goes; of the sentences where there are too few items. */
export const leftOutItems: Spoil = ({ summary }, random) => {
  const items = itemsOf(summary);
  if (items.length >= FEWEST) {
    const gone = third(items.length, random);
    return { summary: mapItems(summary, (item, index) => (gone.has(index) ? null : item)) };
  }
  const sentences = items.flatMap(itemSentences);
  if (sentences.length < FEWEST) return { skipped: 'fewer than three items or sentences' };
  const gone = third(sentences.length, random);
  const kept = sentences.filter((_, index) => !gone.has(index)).join(' ');
  return { summary: mapItems(summary, (item, index) => (index === 0 ? listMark(item) + kept : null)) };
};

function third(count: number, random: Parameters<Spoil>[1]): ReadonlySet<number> {
  const all = Array.from({ length: count }, (_, index) => index);
  return new Set(shuffled(all, random).slice(0, Math.round(count / 3)));
}
