import type { CalendarDay } from './calendar-day.js';
import { addDays } from './calendar-day.js';
import type { Instant } from './instant.js';

const MS_PER_DAY = 86_400_000;
const MS_PER_QUARTER = 900_000;
const CACHE_LIMIT = 10_000;

/**
 * A named zone of the IANA time zone database. Its days are 23, 24 or 25 hours long where clocks change; all of that
 * comes from the runtime's own copy of the database.
 */
export class TimeZone {
  readonly #format: Intl.DateTimeFormat;
  readonly #offsets = new Map<number, number>();

  private constructor(readonly name: string) {
    this.#format = new Intl.DateTimeFormat('en-US', {
      timeZone: name,
      calendar: 'gregory',
      numberingSystem: 'latn',
      hourCycle: 'h23',
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
      hour: 'numeric',
      minute: 'numeric',
      second: 'numeric',
    });
  }

  /**
   * The zone of that name, or `undefined` when the runtime knows none. The name stays the one that was given (runtimes
   * turn some into older ones, Europe/Kyiv into Europe/Kiev); only its capitals are set right.
   */
  static named(name: string): TimeZone | undefined {
    try {
      const { timeZone } = new Intl.DateTimeFormat('en-US', { timeZone: name }).resolvedOptions();
      return new TimeZone(timeZone.toLowerCase() === name.toLowerCase() ? timeZone : name);
    } catch {
      return undefined;
    }
  }

  /** Europe/Moscow, the zone of data sets that are not told another. */
  static moscow(): TimeZone {
    return new TimeZone('Europe/Moscow');
  }

  /** The calendar day on which a moment falls here. */
  dayOf(instant: Instant): CalendarDay {
    return new Date(instant + this.#offsetAt(instant)).toISOString().slice(0, 10) as CalendarDay;
  }

  /** The first millisecond of a day here: usually midnight, later where clocks skip it. */
  startOf(day: CalendarDay): Instant {
    return this.fromLocal(Date.parse(`${day}T00:00:00Z`));
  }

  /** The last millisecond of a day here. */
  endOf(day: CalendarDay): Instant {
    return this.startOf(addDays(day, 1)) - 1;
  }

  /**
   * The moment at which a clock on the wall shows `local` (given as if it were UTC). A time that the clock shows twice
   * means the first; one that it skips means the first moment after the gap.
   */
  fromLocal(local: number): Instant {
    const before = local - this.#offsetAt(local - MS_PER_DAY);
    const after = local - this.#offsetAt(local + MS_PER_DAY);
    const candidates = [Math.min(before, after), Math.max(before, after)];
    const exact = candidates.find((candidate) => candidate + this.#offsetAt(candidate) === local);
    return exact ?? this.#firstAfterGap(Math.min(...candidates), Math.max(...candidates));
  }

  #firstAfterGap(low: Instant, high: Instant): Instant {
    const target = this.#offsetAt(high);
    let [below, above] = [low, high];
    while (above - below > 1) {
      const middle = Math.floor((below + above) / 2);
      if (this.#offsetAt(middle) === target) above = middle;
      else below = middle;
    }
    return above;
  }

  /** Clocks change on quarters of an hour everywhere since 1970, so one answer serves the whole quarter. */
  #offsetAt(instant: Instant): number {
    const quarter = Math.floor(instant / MS_PER_QUARTER);
    const known = this.#offsets.get(quarter);
    if (known !== undefined) return known;
    if (this.#offsets.size >= CACHE_LIMIT) this.#offsets.clear();
    const offset = this.#readOffset(quarter * MS_PER_QUARTER);
    this.#offsets.set(quarter, offset);
    return offset;
  }

  #readOffset(instant: Instant): number {
    const parts: Record<string, number> = {};
    for (const { type, value } of this.#format.formatToParts(instant)) parts[type] = Number(value);
    const { year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0 } = parts;
    return Date.UTC(year, month - 1, day, hour, minute, second) - instant;
  }
}
