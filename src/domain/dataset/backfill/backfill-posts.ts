import type { RandomSource } from '../../shared/random-source.js';
import { shuffled } from '../../shared/shuffled.js';
import type { CalendarDay } from '../../time/calendar-day.js';
import { daysBetween } from '../../time/calendar-day.js';
import type { Channel } from '../channel.js';
import type { Post } from '../post.js';
import type { NeighbourPost } from './neighbour-post.js';
import { recalledPost } from './recalled-post.js';
import { POST_TEMPLATES } from './template-grammar.js';
import { templatePost } from './template-post.js';

/** The fewest posts of which a digest is made. */
export const FEWEST_POSTS = 3;

/** The nearest posts of other days among which the stream chooses; more would only cost time. */
const NEAREST = 24;

/** A day to fill and what it may be filled from. */
export interface BackfillRequest {
  readonly channel: Channel;
  readonly day: CalendarDay;
  /** The day's own Russian posts, advertising aside: they all stay. */
  readonly realPosts: readonly Post[];
  /** Posts of the channel's other days, in any order. */
  readonly neighbours: readonly NeighbourPost[];
  readonly random: RandomSource;
}

/**
 * Fills a day to three posts. The day's real posts come first, marked `imported`; the others are made and marked
 * `synthetic`: news of the nearest other days told again with their date, and where there are too few of them, notes
 * from a Russian template grammar. The same request and stream give the same posts.
 */
export function backfillPosts(request: BackfillRequest): readonly Post[] {
  const real = request.realPosts.map((post): Post => ({ ...post, provenance: 'imported' }));
  const recalled = recalledPosts(request, FEWEST_POSTS - real.length);
  const templates = shuffled(POST_TEMPLATES, request.random).slice(
    0,
    Math.max(0, FEWEST_POSTS - real.length - recalled.length),
  );
  return [...real, ...recalled, ...templates.map((template) => templatePost(template, request, request.random))];
}

function recalledPosts(request: BackfillRequest, needed: number): readonly Post[] {
  if (needed <= 0) return [];
  const { day, random } = request;
  const candidates = untold(shuffled(nearest(request), random), request.realPosts);
  const posts: Post[] = [];
  for (const [index, source] of candidates.entries()) {
    if (posts.length === needed) break;
    const companion = random.next() < 0.5 ? candidates[index + needed] : undefined;
    const post = recalledPost(source, companion, day, random);
    if (post !== undefined) posts.push(post);
  }
  return posts;
}

/** Without those that say what the day itself or an earlier candidate says. */
function untold(candidates: readonly NeighbourPost[], realPosts: readonly Post[]): readonly NeighbourPost[] {
  const known = new Set(realPosts.map(nameOf));
  return candidates.filter(({ post }) => {
    const isNew = !known.has(nameOf(post));
    known.add(nameOf(post));
    return isNew;
  });
}

function nameOf({ title, text }: Post): string {
  return title === '' ? text : title;
}

/** Sorted by distance, then by day and by content, so that the order in which neighbours come does not matter. */
function nearest({ day, neighbours }: BackfillRequest): readonly NeighbourPost[] {
  const distance = (other: CalendarDay) => Math.abs(daysBetween(day, other) - 1);
  return neighbours
    .filter((neighbour) => neighbour.day !== day)
    .map((neighbour) => ({ neighbour, away: distance(neighbour.day) }))
    .sort((one, other) => one.away - other.away || compare(one.neighbour, other.neighbour))
    .slice(0, NEAREST)
    .map(({ neighbour }) => neighbour);
}

function compare(one: NeighbourPost, other: NeighbourPost): number {
  if (one.day !== other.day) return one.day < other.day ? -1 : 1;
  const [left, right] = [one, other].map(({ post }) => `${post.text}\0${post.title}`) as [string, string];
  if (left === right) return 0;
  return left < right ? -1 : 1;
}
