import { dayExists } from '../../../domain/time/calendar-day.js';
import type { Instant } from '../../../domain/time/instant.js';
import { isPlausibleInstant } from '../../../domain/time/instant.js';

/** Epochs below this are seconds: as milliseconds they would lie before March 1973. */
export const SECONDS_BELOW = 1e11;

/**
 * An ISO 8601 moment in its parts: day, hour and minute, second (milliseconds at most, further digits are passed over),
 * zone. Servers run the same pattern, because they differ in which forms they can read.
 */
export const ISO_PARTS =
  '^([0-9]{4}-[0-9]{2}-[0-9]{2})(?:[T ]([0-9]{2}:[0-9]{2})(:[0-9]{2}(?:[.][0-9]{1,3})?)?[0-9]*(Z|[+-][0-9]{2}:?[0-9]{2})?)?$';

const ISO = new RegExp(ISO_PARTS);

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
  if (typeof value === 'string') return millisecondsOfIso(value);
  if (typeof value === 'number') return Math.abs(value) < SECONDS_BELOW ? value * 1000 : value;
  return Number.NaN;
}

function millisecondsOfIso(text: string): number {
  const [, day, minute = '00:00', second = ':00', zone = 'Z'] = ISO.exec(text) ?? [];
  return day === undefined || !dayExists(day) ? Number.NaN : Date.parse(`${day}T${minute}${second}${zone}`);
}
