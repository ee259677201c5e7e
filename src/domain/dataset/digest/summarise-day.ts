import type { CalendarDay } from '../../time/calendar-day.js';
import type { Channel } from '../channel.js';
import type { Post } from '../post.js';
import { digestMarkdown } from './digest-markdown.js';
import { lastResort } from './last-resort.js';
import { readUnits } from './read-units.js';
import { scoreUnits } from './score-units.js';
import type { ScoredUnit } from './scored-unit.js';
import { selectItems } from './select-items.js';
import { groupStories } from './stories.js';
import { storyOf } from './story.js';
import { TermSpace } from './term-space.js';

/** The day to sum up. */
export interface DayOfPosts {
  readonly channel: Channel;
  readonly day: CalendarDay;
  readonly posts: readonly Post[];
}

const SHARE = 0.3;
const SMALL_SHARE = 0.6;
const SMALL = 700;
const HEADINGS = 70;

/**
 * Sums up a day of posts in Russian Markdown: the same posts give the same bytes in every process.
 *
 * @param stem the stem of a lower-case word.
 * @returns `# Дайджест …`, `## Главное`, `## Другие новости`; whole sentences of the posts, at most 30 % of their
 * length (small days: at most 60 % up to 700 characters).
 */
export function summariseDay({ channel, day, posts }: DayOfPosts, stem: (word: string) => string): string {
  const units = readUnits(posts);
  const space = new TermSpace(stem);
  const scored = scoreUnits(units, space);
  const stories = groupStories(scored.map(({ vector }) => vector)).map((members) =>
    storyOf(members.flatMap((at) => scored[at] ?? []) as [ScoredUnit, ...ScoredUnit[]]),
  );
  const length = units.reduce((sum, { text }) => sum + text.length, 0);
  const items = selectItems(stories, roomFor(length));
  const isBare = items.main.length === 0 && items.brief.length === 0;
  return digestMarkdown(channel, day, isBare ? { main: [], brief: lastResort(units, posts.length) } : items);
}

/** The characters that bullets may have: a share of the posts, and with the headings no more than the posts. */
function roomFor(length: number): number {
  return Math.min(Math.max(length * SHARE, Math.min(length * SMALL_SHARE, SMALL)), length - HEADINGS);
}
