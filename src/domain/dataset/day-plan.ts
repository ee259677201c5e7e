import type { RandomSource } from '../shared/random-source.js';
import type { CalendarDay } from '../time/calendar-day.js';
import { FEWEST_POSTS } from './backfill/backfill-posts.js';
import { chooseBackfillDays } from './backfill/choose-backfill-days.js';

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
  const countedGaps = gaps.map((day) => ({ day, realPosts: posts.get(day) ?? 0 }));
  const backfill = chooseBackfillDays(countedGaps, floor - covered, random);
  return { real, backfill, empty: gaps.filter((day) => !backfill.includes(day)) };
}
