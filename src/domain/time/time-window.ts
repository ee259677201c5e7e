import type { CalendarDay } from './calendar-day.js';
import { addDays, daysBetween } from './calendar-day.js';
import type { Instant } from './instant.js';
import type { TimeZone } from './time-zone.js';

/** A run of calendar days in a time zone, both ends included. */
export class TimeWindow {
  /** Its first millisecond. */
  readonly start: Instant;
  /** Its last millisecond. */
  readonly end: Instant;

  private constructor(
    readonly first: CalendarDay,
    readonly last: CalendarDay,
    readonly zone: TimeZone,
  ) {
    this.start = zone.startOf(first);
    this.end = zone.endOf(last);
  }

  /** The `count` days that end on `last`. `count` ≥ 1. */
  static endingOn(last: CalendarDay, count: number, zone: TimeZone): TimeWindow {
    return new TimeWindow(addDays(last, 1 - count), last, zone);
  }

  /** The days from `first` to `last`, both counted; `undefined` when `last` comes first. */
  static between(first: CalendarDay, last: CalendarDay, zone: TimeZone): TimeWindow | undefined {
    return first <= last ? new TimeWindow(first, last, zone) : undefined;
  }

  /** How many days it has. */
  get days(): number {
    return daysBetween(this.first, this.last);
  }

  contains(instant: Instant): boolean {
    return instant >= this.start && instant <= this.end;
  }

  /** Its days in order. */
  list(): readonly CalendarDay[] {
    return Array.from({ length: this.days }, (_, index) => addDays(this.first, index));
  }
}
