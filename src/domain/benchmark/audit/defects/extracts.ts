import { STOP_WORDS } from '../../../text/stop-words.js';
import { wordsOf } from '../../../text/words.js';
import type { Spoil } from './defect.js';
import { sourcePosts } from './source-posts.js';
import { itemSentences, itemsOf } from './summary-lines.js';

/** The source as it is. */
export const copiedSource: Spoil = ({ source }) => ({ summary: source });

/** The first sentence of each post. */
export const firstSentences: Spoil = (text) => {
  const first = sourcePosts(text).flatMap((post) => itemSentences(post).slice(0, 1));
  return { summary: first.map((sentence) => `- ${sentence}\n`).join('') };
};

const FEWEST_LETTERS = 4;

/** The most frequent words of the source, as many as the summary has words, in one line without a sentence. */
export const keyWords: Spoil = ({ source, summary }) => {
  const counts = new Map<string, number>();
  for (const word of wordsOf(source))
    if (word.length >= FEWEST_LETTERS && !STOP_WORDS.has(word)) counts.set(word, (counts.get(word) ?? 0) + 1);
  // A sort keeps the order of the text among equals.
  const frequent = [...counts].sort(([, a], [, b]) => b - a).map(([word]) => word);
  const chosen = frequent.slice(0, wordsOf(itemsOf(summary).join('\n')).length);
  return chosen.length === 0 ? { skipped: 'the source has no words' } : { summary: `- ${chosen.join(', ')}\n` };
};
