import type { RejectedRecord } from '../../../domain/dataset/coverage/dataset-report.js';
import { EtalonError } from '../../../domain/errors/etalon-error.js';
import type { ImportResult } from './import-posts.js';
import type { SeedCommand } from './seed-command.js';

const MOST_LISTED = 50;

/**
 * Refuses an import that no data set can be made from.
 *
 * @throws SOURCE_CHANNEL_UNKNOWN, SOURCE_WINDOW_EMPTY
 */
export function checkImport(command: SeedCommand, imported: ImportResult): void {
  const found = [...imported.found].sort();
  const missing = command.channels.filter((channel) => !imported.found.has(channel));
  if (missing.length > 0) {
    throw new EtalonError(
      'SOURCE_CHANNEL_UNKNOWN',
      `The export holds no ${missing.join(', ')}; it holds ${found.join(', ')}`,
      {
        details: { missing, found },
      },
    );
  }
  if (!imported.inWindow) throw emptyWindow(command, imported);
}

/** @throws DATASET_RECORDS_INVALID with every record and rule, unless the seed was told to keep going. */
export function refuseRejected({ keepGoing }: SeedCommand, rejected: readonly RejectedRecord[]): void {
  if (keepGoing || rejected.length === 0) return;
  const first = rejected[0]?.rules.map(({ rule, message }) => `${rule}: ${message}`).join('; ') ?? '';
  const records = rejected.slice(0, MOST_LISTED).map(({ id, channel, rules }) => {
    return { id, channel, rules: rules.map(({ rule, message }) => ({ rule, message })) };
  });
  const message = `${rejected.length} records break the rules; the first is ${rejected[0]?.id ?? ''}: ${first}`;
  throw new EtalonError('DATASET_RECORDS_INVALID', message, { details: { count: rejected.length, records } });
}

function emptyWindow({ window }: SeedCommand, { period }: ImportResult): EtalonError {
  const { zone, first, last } = window;
  const details = { first, last, timezone: zone.name };
  const message = `No post falls into ${first} … ${last} (${zone.name})`;
  if (period === undefined)
    return new EtalonError('SOURCE_WINDOW_EMPTY', `${message}: the export holds none`, { details });
  const [from, to] = [zone.dayOf(period.first), zone.dayOf(period.last)];
  return new EtalonError('SOURCE_WINDOW_EMPTY', `${message}: the posts are from ${from} to ${to}`, {
    details: { ...details, posts_from: from, posts_to: to },
    hint: `Choose --window-end ${to}, or another day up to which there are posts.`,
  });
}
