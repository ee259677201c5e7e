import type { Instant } from '../../../domain/time/instant.js';
import { isPlausibleInstant } from '../../../domain/time/instant.js';

/** Epochs below this are seconds: as milliseconds they would lie before March 1973. */
export const SECONDS_BELOW = 1e11;

const NAMES_ITS_ZONE = /(?:Z|[+-]\d{2}(?::?\d{2})?|^\d{4}-\d{2}-\d{2})$/i;

/**
 * Reads a moment as documents of any age carry it: a Date, an ISO 8601 string (without a zone it means UTC), or an epoch
 * in milliseconds or seconds. `undefined` when it is none of these or lies outside 1970 to 2999.
 */
export function readInstant(value: unknown): Instant | undefined {
  const instant = Math.round(millisecondsOf(value));
  return isPlausibleInstant(instant) ? instant : undefined;
}

function millisecondsOf(value: unknown): number {
  if (value instanceof Date) return value.getTime();
  if (typeof value === 'string') return Date.parse(NAMES_ITS_ZONE.test(value) ? value : `${value}Z`);
  if (typeof value === 'number') return Math.abs(value) < SECONDS_BELOW ? value * 1000 : value;
  return Number.NaN;
}
