import type { ImportOutcome } from '../../../application/dataset/import/import-outcome.js';
import { TimeZone } from '../../../domain/time/time-zone.js';

const MS_PER_DAY = 86_400_000;
/** The longest window that a data set may have, in days. */
const MOST_DAYS = 366;

/** The days that imported documents come from, and the command that makes a data set of them. */
interface ImportedWindow {
  readonly first: string;
  readonly last: string;
  readonly timezone: string;
  /** Of the window that the command adopts: the newest ones where there are more than a data set may have. */
  readonly days: number;
  readonly command: string;
}

/** `null` when nothing was taken. */
export function importedWindow({ span }: Pick<ImportOutcome, 'span'>): ImportedWindow | null {
  if (span === null) return null;
  const zone = TimeZone.moscow();
  const [first, last] = [zone.dayOf(span.first), zone.dayOf(span.last)];
  const days = Math.min(MOST_DAYS, Math.round((Date.parse(last) - Date.parse(first)) / MS_PER_DAY) + 1);
  const command = `etalon dataset adopt --name production --window-end ${last} --days ${days}`;
  return { first, last, timezone: zone.name, days, command };
}
