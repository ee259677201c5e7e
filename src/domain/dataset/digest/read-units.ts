import { bodySentences, candidatesOf } from './candidates.js';
import type { Post } from '../post.js';
import { repeatedLines } from './boilerplate.js';
import { headlineOf } from './headline.js';
import type { PostLine } from './post-line.js';
import { postLines } from './post-lines.js';
import { roundUpLines } from './round-up.js';
import { asks, finished, isWholeSentence } from './sentence-shape.js';
import { isDangling } from './sentence-start.js';
import { chattiness } from './sentence-tone.js';
import type { StoryUnit } from './story-unit.js';

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
  const headlines = roundUpLines(lines);
  return headlines !== undefined ? headlines.map((line) => unitOf([line], post)) : [unitOf(lines, post)];
}

function unitOf(lines: readonly PostLine[], post: number): StoryUnit {
  const first = lines[0];
  const leading = first === undefined ? undefined : headlineOf(first, lines.length > 1);
  const title = leading ?? linkedHeadline(lines);
  const sentences = bodySentences(leading === undefined ? lines : lines.slice(1));
  const candidates = candidatesOf(sentences, leading === undefined ? 0 : 1);
  const text = lines.map((line) => line.text).join('\n');
  const calls = sentences.filter(({ solicits }) => solicits).length;
  const unit = { post, candidates, text, solicitation: calls / Math.max(1, sentences.length) };
  return title === undefined
    ? { ...unit, titleStands: false }
    : { ...unit, title, titleStands: stands(finished(title)) };
}

/** The headline of a post that opens with an excerpt and names its article in a link below. */
function linkedHeadline(lines: readonly PostLine[]): string | undefined {
  const line = lines.find((candidate) => candidate.linked);
  return line === undefined ? undefined : headlineOf(line, true);
}

function stands(sentence: string): boolean {
  if (asks(sentence)) return false;
  return isWholeSentence(sentence) && !isDangling(sentence, true) && chattiness(sentence) < CHATTY;
}
