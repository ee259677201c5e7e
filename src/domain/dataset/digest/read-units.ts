import { sentencesOf } from '../../text/sentences.js';
import { wordsOf } from '../../text/words.js';
import type { Post } from '../post.js';
import { repeatedLines } from './boilerplate.js';
import { headlineOf } from './headline.js';
import type { PostLine } from './post-line.js';
import { postLines } from './post-lines.js';
import { isWholeSentence } from './sentence-shape.js';
import { isDangling } from './sentence-start.js';
import { chattiness, isSolicitation } from './sentence-tone.js';
import type { Candidate, StoryUnit } from './story-unit.js';

const ROUND_UP_LINES = 3;
const ROUND_UP_SHARE = 0.5;
const ROUND_UP_WORDS = 4;
const CHATTY = 0.4;

/** Takes a day's posts apart into units, each with the sentences that a digest may use. */
export function readUnits(posts: readonly Post[]): readonly StoryUnit[] {
  const lines = posts.map((post) => postLines(markdownOf(post)));
  const repeated = repeatedLines(lines);
  return lines.flatMap((all, post) =>
    unitsOf(
      all.filter(({ text }) => !repeated.has(text)),
      post,
    ),
  );
}

/** Older documents may have a post's title or summary only. */
function markdownOf({ title, summary, text }: Post): string {
  if (text.trim() === '') return [title, summary].filter((part) => part.trim() !== '').join('\n\n');
  return text;
}

function unitsOf(lines: readonly PostLine[], post: number): readonly StoryUnit[] {
  const headlines = lines.filter(isRoundUpLine);
  const isRoundUp = headlines.length >= ROUND_UP_LINES && headlines.length >= lines.length * ROUND_UP_SHARE;
  return isRoundUp ? headlines.map((line) => unitOf([line], post)) : [unitOf(lines, post)];
}

/** A line that is a headline of its own: a link that says something, or a bullet with a whole statement. */
function isRoundUpLine(line: PostLine): boolean {
  if (!line.linked && !line.item) return false;
  if (wordsOf(line.text).length < ROUND_UP_WORDS || /[;:,?…]$/u.test(line.text)) return false;
  return isWholeSentence(finished(line.text));
}

function unitOf(lines: readonly PostLine[], post: number): StoryUnit {
  const first = lines[0];
  const leading = first === undefined ? undefined : headlineOf(first, lines.length > 1);
  const body = leading === undefined ? lines : lines.slice(1);
  const title = leading ?? linkedHeadline(lines);
  const candidates = candidatesOf(body, leading === undefined ? 0 : 1);
  const text = lines.map((line) => line.text).join('\n');
  if (title === undefined) return { post, titleStands: false, candidates, text };
  return { post, title, titleStands: stands(finished(title)), candidates, text };
}

/** The headline of a post that opens with an excerpt and names its article in a link below. */
function linkedHeadline(lines: readonly PostLine[]): string | undefined {
  const line = lines.find((candidate) => candidate.linked);
  return line === undefined ? undefined : headlineOf(line, true);
}

function candidatesOf(lines: readonly PostLine[], from: number): readonly Candidate[] {
  const sentences = lines.flatMap((line) =>
    sentencesOf(line.text).map((text) => ({ text, isItem: line.item && !/[.!]$/u.test(text) })),
  );
  return sentences.flatMap(({ text, isItem }, index) => {
    const whole = sentences.length === 1 && from === 0 ? finished(text) : text;
    if (isItem || !isWholeSentence(whole) || isSolicitation(whole)) return [];
    return [
      { text: whole, order: from + index, standalone: !isDangling(whole), chattiness: chattiness(whole) },
    ];
  });
}

function stands(sentence: string): boolean {
  return isWholeSentence(sentence) && !isDangling(sentence) && chattiness(sentence) < CHATTY;
}

/** A headline as a sentence. */
function finished(text: string): string {
  return /[.!?…]["»”)]?$/u.test(text) ? text : `${text}.`;
}
