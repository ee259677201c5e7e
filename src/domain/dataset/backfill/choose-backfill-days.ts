import { shuffled } from '../../shared/shuffled.js';
import type { RandomSource } from '../../shared/random-source.js';
import type { CalendarDay } from '../../time/calendar-day.js';

/** A day of a channel that has too few posts for a digest. */
export interface BackfillGap {
  readonly day: CalendarDay;
  /** Russian posts, advertising aside, that the day does have. */
  readonly realPosts: number;
}

/**
 * Chooses which days of a channel to fill. Days that have real posts come first, those with more of them earlier,
 * because they need less that is made up; among equals the stream decides.
 *
 * @param needed how many records the channel lacks; a channel with fewer gaps than that gets all of them filled and
 *   stays below its floor, which is for the caller to report.
 * @returns the chosen days in the order of the calendar.
 */
export function chooseBackfillDays(
  gaps: readonly BackfillGap[],
  needed: number,
  random: RandomSource,
): readonly CalendarDay[] {
  const inOrder = [...gaps].sort((one, other) => (one.day < other.day ? -1 : 1));
  return [...shuffled(inOrder, random)]
    .sort((one, other) => other.realPosts - one.realPosts)
    .slice(0, Math.max(0, needed))
    .map(({ day }) => day)
    .sort();
}
