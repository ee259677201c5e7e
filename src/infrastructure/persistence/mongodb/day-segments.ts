import type { Instant } from '../../../domain/time/instant.js';
import type { TimeWindow } from '../../../domain/time/time-window.js';

const MS_PER_DAY = 86_400_000;

/** Days in a row that all start at the same time of the UTC day: the last one may be longer or shorter than 24 hours. */
export interface DaySegment {
  /** The first millisecond of its first day. */
  readonly start: Instant;
  /** The place of its first day in the window, from 0. */
  readonly index: number;
  readonly days: number;
}

/** Cuts a window where clocks change, so that inside a segment the day follows from the time by division. */
export function daySegments(window: TimeWindow): readonly DaySegment[] {
  const segments: DaySegment[] = [];
  window.list().forEach((day, index) => {
    const start = window.zone.startOf(day);
    const last = segments.at(-1);
    if (last !== undefined && start === last.start + last.days * MS_PER_DAY) {
      segments[segments.length - 1] = { ...last, days: last.days + 1 };
    } else {
      segments.push({ start, index, days: 1 });
    }
  });
  return segments;
}
