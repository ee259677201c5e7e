/** A day of the calendar as `YYYY-MM-DD`, without a time zone: sorting the strings sorts the days. */
export type CalendarDay = string & { readonly __calendarDay: unique symbol };

const SHAPE = /^(\d{4})-(\d{2})-(\d{2})$/;
const MS_PER_DAY = 86_400_000;

/** Reads `YYYY-MM-DD`; `undefined` when it is not a day that exists (2024-02-30) or its year is below 1970 or above 2999. */
export function parseCalendarDay(text: string): CalendarDay | undefined {
  const match = SHAPE.exec(text);
  if (match === null) return undefined;
  const year = Number(match[1]);
  if (year < 1970 || year > 2999) return undefined;
  return dayExists(text) ? (text as CalendarDay) : undefined;
}

/** Whether the calendar has a day, written `YYYY-MM-DD`: 2024-02-30 is none, though `Date` takes it for a later one. */
export function dayExists(day: string): boolean {
  const midnight = new Date(`${day}T00:00:00Z`);
  return !Number.isNaN(midnight.getTime()) && midnight.toISOString().startsWith(day);
}

/** The day `count` days after (before, when negative). */
export function addDays(day: CalendarDay, count: number): CalendarDay {
  return new Date(Date.parse(`${day}T00:00:00Z`) + count * MS_PER_DAY).toISOString().slice(0, 10) as CalendarDay;
}

/** How many days lie from `first` to `last`, both counted; 0 or less when `last` comes before `first`. */
export function daysBetween(first: CalendarDay, last: CalendarDay): number {
  return Math.round((Date.parse(`${last}T00:00:00Z`) - Date.parse(`${first}T00:00:00Z`)) / MS_PER_DAY) + 1;
}
