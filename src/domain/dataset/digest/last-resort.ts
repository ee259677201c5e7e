import { cyrillicShare } from '../../text/russian.js';
import { counted } from '../../text/russian-plural.js';
import { sentencesOf } from '../../text/sentences.js';
import { wordsOf } from '../../text/words.js';
import type { DigestItem } from './digest-item.js';
import { finished, isBalanced } from './sentence-shape.js';
import { isSolicitation } from './sentence-tone.js';
import type { StoryUnit } from './story-unit.js';

const MOST_ITEMS = 3;
const FEWEST_WORDS = 2;
const LONGEST = 200;
const POSTS = ['сообщение', 'сообщения', 'сообщений'] as const;

/** What to say of a day without one whole sentence: the first words of its posts, or else how many there were. */
export function lastResort(units: readonly StoryUnit[], posts: number): readonly DigestItem[] {
  const openings = units.flatMap(({ text }) => sentencesOf(text).filter(isTellable).slice(0, 1));
  const items = openings.slice(0, MOST_ITEMS).map((opening) => ({ sentences: [finished(opening)] }));
  return items.length > 0
    ? items
    : [{ sentences: [`За день в канале вышло ${counted(posts, POSTS)} без связного текста.`] }];
}

function isTellable(sentence: string): boolean {
  return (
    sentence.length <= LONGEST &&
    wordsOf(sentence).length >= FEWEST_WORDS &&
    /[\p{L}\p{N}»”").!?]$/u.test(sentence) &&
    isBalanced(sentence) &&
    cyrillicShare(sentence) >= 0.5 &&
    !isSolicitation(sentence)
  );
}
