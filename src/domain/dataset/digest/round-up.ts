import { wordsOf } from '../../text/words.js';
import type { PostLine } from './post-line.js';
import { hasFiniteVerb } from './predicate.js';
import { finished, isWholeSentence } from './sentence-shape.js';
import { isSolicitation } from './sentence-tone.js';

const FEWEST_LINES = 3;
const SHARE = 0.5;
const FEWEST_WORDS = 4;

/** The headlines of a post that is a round-up of them: links that say something, or bullets with whole statements. */
export function roundUpLines(lines: readonly PostLine[]): readonly PostLine[] | undefined {
  const linked = lines.filter((line) => line.linked);
  return roundUpOf(linked, lines.length) ?? roundUpOf(plainBullets(lines), lines.length);
}

/** The lines that are headlines of their own, if they are what the post is made of. */
function roundUpOf(lines: readonly PostLine[], all: number): readonly PostLine[] | undefined {
  const headlines = lines.filter(
    ({ text }) =>
      wordsOf(text, FEWEST_WORDS).length >= FEWEST_WORDS && isWholeSentence(finished(text)) && !isSolicitation(text),
  );
  return headlines.length >= FEWEST_LINES && headlines.length >= all * SHARE ? headlines : undefined;
}

/** Bullets that make statements; if something announces them, and they end like prose, they are points of one story. */
function plainBullets(lines: readonly PostLine[]): readonly PostLine[] {
  const bullets = lines.filter(({ item, text }) => item && hasFiniteVerb(wordsOf(text)));
  const announced = lines.some(({ text }) => text.endsWith(':'));
  return announced && bullets.some(({ text }) => /[.;]$/u.test(text)) ? [] : bullets;
}
