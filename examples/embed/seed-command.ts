import type { SeedCommand } from 'etalon';
import { parseCalendarDay, TimeWindow, TimeZone } from 'etalon';

/** Thirty days in Moscow that end on a day, every channel of the export. */
export function seedCommand(path: string, lastDay: string): SeedCommand {
  const day = parseCalendarDay(lastDay);
  if (day === undefined) throw new Error(`${lastDay} is no day`);
  return {
    name: 'default',
    path,
    window: TimeWindow.endingOn(day, 30, TimeZone.moscow()),
    floor: 30,
    channels: [],
    channelNames: new Map(),
    seed: 1,
    digester: 'extractive',
    keepGoing: false,
  };
}
