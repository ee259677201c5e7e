import type { RandomSource } from '../shared/random-source.js';
import type { CalendarDay } from '../time/calendar-day.js';

/** A digest needs this many Russian posts. */
export const FEWEST_POSTS = 3;

/** What becomes of each day of a channel. */
export interface DayPlan {
  /** Days with enough posts, in order. */
  readonly real: readonly CalendarDay[];
  /** Days that are filled up with made posts, in order. */
  readonly backfill: readonly CalendarDay[];
  /** Days that stay without a record. */
  readonly empty: readonly CalendarDay[];
}

/** What a plan is made from. */
export interface DayPlanInput {
  readonly days: readonly CalendarDay[];
  /** Posts a day; days without are left out. */
  readonly posts: ReadonlyMap<CalendarDay, number>;
  /** Days for which the store already has a record that is not synthetic. */
  readonly storedReal: ReadonlySet<CalendarDay>;
  /** Records that the channel must reach. */
  readonly floor: number;
}

/**
 * Decides which days of a channel get a real digest and which are filled up so that it reaches the floor. Days that hold
 * some real posts are filled before days that hold none; among equals the random stream decides.
 */
export function planDays({ days, posts, storedReal, floor }: DayPlanInput, random: RandomSource): DayPlan {
  const real = days.filter((day) => (posts.get(day) ?? 0) >= FEWEST_POSTS);
  const enough = new Set([...real, ...storedReal]);
  const gaps = days.filter((day) => !enough.has(day));
  const covered = days.length - gaps.length;
  const chosen = new Set(choose(gaps, posts, Math.max(0, floor - covered), random));
  return { real, backfill: gaps.filter((day) => chosen.has(day)), empty: gaps.filter((day) => !chosen.has(day)) };
}

function choose(
  gaps: readonly CalendarDay[],
  posts: ReadonlyMap<CalendarDay, number>,
  needed: number,
  random: RandomSource,
): readonly CalendarDay[] {
  const ranked = gaps.map((day) => ({ day, posts: posts.get(day) ?? 0, ticket: random.next() }));
  ranked.sort((a, b) => b.posts - a.posts || a.ticket - b.ticket);
  return ranked.slice(0, needed).map(({ day }) => day);
}
