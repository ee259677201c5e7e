/** A moment as milliseconds since 1970-01-01T00:00:00Z. */
export type Instant = number;

/** The first and the last moment that a stored document may carry: years 1970 to 2999. */
const FIRST: Instant = 0;
const LAST: Instant = Date.UTC(3000, 0, 1) - 1;

/** Says whether a moment is one that the product can work with. */
export function isPlausibleInstant(instant: Instant): boolean {
  return Number.isInteger(instant) && instant >= FIRST && instant <= LAST;
}

/** Writes a moment as ISO 8601 in UTC with milliseconds, as all documents do. */
export function toIso(instant: Instant): string {
  return new Date(instant).toISOString();
}
