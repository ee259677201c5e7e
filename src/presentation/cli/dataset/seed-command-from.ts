import type { SeedCommand } from '../../../application/dataset/seed/seed-command.js';
import type { Channel } from '../../../domain/dataset/channel.js';
import { EtalonError } from '../../../domain/errors/etalon-error.js';
import type { CalendarDay } from '../../../domain/time/calendar-day.js';
import { TimeWindow } from '../../../domain/time/time-window.js';
import type { TimeZone } from '../../../domain/time/time-zone.js';
import { floorFor } from './floor-for.js';

/** Checked options of `etalon seed`. */
export interface SeedChoices {
  readonly path: string;
  readonly windowEnd: CalendarDay;
  readonly days: number;
  readonly minPerChannel?: number;
  readonly channel: readonly Channel[];
  readonly channelName: readonly (readonly [string, Channel])[];
  readonly seed: number;
  readonly digester: 'extractive' | 'llm';
  readonly timezone: TimeZone;
  readonly name: string;
  readonly keepGoing: boolean;
}

/** @throws USAGE when the floor is more than the days allow, or when one chat is given two names. */
export function seedCommandFrom(choices: SeedChoices, signal: AbortSignal): SeedCommand {
  const { path, name, seed, digester, keepGoing, days } = choices;
  return {
    ...{ path, name, seed, digester, keepGoing, signal },
    window: TimeWindow.endingOn(choices.windowEnd, days, choices.timezone),
    floor: floorFor(days, choices.minPerChannel),
    channels: choices.channel,
    channelNames: channelNames(choices.channelName),
  };
}

function channelNames(pairs: SeedChoices['channelName']): ReadonlyMap<string, Channel> {
  const names = new Map<string, Channel>();
  for (const [id, channel] of pairs) {
    if ((names.get(id) ?? channel) !== channel) {
      throw new EtalonError('USAGE', `--channel-name gives chat ${id} two names.`, { details: { id } });
    }
    names.set(id, channel);
  }
  return names;
}
