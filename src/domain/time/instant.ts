/** A moment as milliseconds since 1970-01-01T00:00:00Z. */
export type Instant = number;

/** The first and the last moment that a stored document may carry: years 1970 to 2999. */
const FIRST: Instant = 0;
const LAST: Instant = Date.UTC(3000, 0, 1) - 1;

/** Says whether a moment is one that the product can work with. */
export function isPlausibleInstant(instant: Instant): boolean {
  return Number.isInteger(instant) && instant >= FIRST && instant <= LAST;
}

/**
 * Reads a moment that `toIso` wrote; `undefined` for any other text, also for one of a day that does not exist (which
 * `Date.parse` takes for a later one).
 */
export function fromIso(text: string): Instant | undefined {
  const instant = Date.parse(text);
  return !Number.isNaN(instant) && toIso(instant) === text ? instant : undefined;
}

/** Writes a moment as ISO 8601 in UTC with milliseconds, as all documents do. */
export function toIso(instant: Instant): string {
  return new Date(instant).toISOString();
}
