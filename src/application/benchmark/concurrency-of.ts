import type { Judge } from '../ports/judge.port.js';

/** How many samples are judged at once where nothing else is said: a judge that costs nothing is never waited for. */
const CONCURRENCY = { free: 1, metered: 8 };

/** How many samples a judge gets at the same time. */
export function concurrencyOf({ cost }: Pick<Judge, 'cost'>, wanted: number | undefined): number {
  return wanted ?? CONCURRENCY[cost];
}
