import { EtalonError } from '../../../domain/errors/etalon-error.js';

const USUAL_FLOOR = 30;

/**
 * The floor of a data set: what was asked for, else 30, or the days of a shorter window.
 *
 * @throws USAGE when more is asked for than the days allow: there is one record of a kind a day.
 */
export function floorFor(days: number, asked: number | undefined): number {
  if (asked === undefined) return Math.min(USUAL_FLOOR, days);
  if (asked <= days) return asked;
  throw new EtalonError(
    'USAGE',
    `--min-per-channel ${asked} is more than ${days} days allow: a channel has one digest a day.`,
    {
      details: { min_per_channel: asked, days },
      hint: `Give --min-per-channel ${days} or less, or more --days.`,
    },
  );
}
