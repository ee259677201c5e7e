import { sentencesOf } from '../../text/sentences.js';
import { wordsOf } from '../../text/words.js';
import type { PostLine } from './post-line.js';
import { isBalanced } from './sentence-shape.js';
import { isDangling } from './sentence-start.js';
import { chattiness, isSolicitation } from './sentence-tone.js';

const FEWEST_WORDS = 3;
const MOST_WORDS = 25;
const LONGEST = 220;
const MOST_STRONG_WORDS = 16;
const CHATTY = 0.4;
const OPEN_END = /[,:;—–-]$|…|\.\.\.|(?<![\p{L}])(?:и|в|на|с|к|о|по|за|от|до|из|для|что|как|а|но|или|со|об|при)$/iu;

/**
 * The headline that a line of a post is, without its final mark, or `undefined` when it is none: one sentence of 3…25
 * words, not a call, not cut off, and either without a full stop or set in bold.
 */
export function headlineOf(line: PostLine, hasMore: boolean): string | undefined {
  const { text } = line;
  if (text.length > LONGEST) return undefined;
  const words = wordsOf(text, MOST_WORDS + 1).length;
  if (words < FEWEST_WORDS || words > MOST_WORDS || !isHeadlineLike(text)) return undefined;
  if (!/[.!?]$/u.test(text)) return text;
  if (!line.strong || !hasMore || words > MOST_STRONG_WORDS || chattiness(text) >= CHATTY) return undefined;
  return text.replace(/[.!]+$/u, '');
}

function isHeadlineLike(text: string): boolean {
  const isWhole = !OPEN_END.test(text) && isBalanced(text) && sentencesOf(text).length === 1;
  return isWhole && !isSolicitation(text) && !isDangling(text, true);
}
