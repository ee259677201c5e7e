import { setTimeout as pause } from 'node:timers/promises';

/** A failed attempt, in the terms that decide what happens next. */
export interface Failure {
  readonly error: unknown;
  readonly retryable: boolean;
  /** What the server asked for in `Retry-After`, in milliseconds. */
  readonly retryAfterMs: number | undefined;
}

/** However long a server asks to wait, a command waits no longer than this between two attempts. */
const LONGEST_PAUSE_MS = 30_000;

/** How often and how patiently. */
export interface RetryBounds {
  readonly retries: number;
  readonly delayMs: number;
  /** Asked before each new attempt. */
  readonly allowed?: () => boolean;
  /** Ends a pause with its reason. */
  readonly signal?: AbortSignal | undefined;
}

/** Makes an attempt, and makes it again as long as its failures are of the passing kind. */
export async function withRetries<T>(
  attempt: () => Promise<T>,
  describe: (error: unknown) => Failure,
  { retries, delayMs, allowed = () => true, signal }: RetryBounds,
): Promise<T> {
  for (let made = 0; ; made++) {
    try {
      return await attempt();
    } catch (error) {
      const failure = describe(error);
      if (!failure.retryable || made >= retries || !allowed()) throw failure.error;
      await pause(Math.min(LONGEST_PAUSE_MS, failure.retryAfterMs ?? delayMs * 2 ** made), undefined, { signal });
    }
  }
}

/** Reads `Retry-After`: seconds, or an HTTP date against `now` (milliseconds since 1970). */
export function retryAfterMs(header: string | null | undefined, now: number): number | undefined {
  if (header === null || header === undefined || header.trim() === '') return undefined;
  const seconds = Number(header);
  const wait = Number.isFinite(seconds) ? seconds * 1000 : Date.parse(header) - now;
  return Number.isNaN(wait) ? undefined : Math.max(0, wait);
}
