import { IsOptional } from 'class-validator';
import type { Channel } from '../../../domain/dataset/channel.js';
import { parseChannel } from '../../../domain/dataset/channel.js';
import type { CalendarDay } from '../../../domain/time/calendar-day.js';
import { TimeZone } from '../../../domain/time/time-zone.js';
import { defineHandler } from '../define-handler.js';
import { DatasetName } from '../options/dataset-name.js';
import {
  ChannelHandle,
  Day,
  FilePath,
  KeyValue,
  OneOf,
  SeedNumber,
  WholeNumber,
  Zone,
} from '../options/option-rules.js';
import { seedCommandFrom } from './seed-command-from.js';
import { seedDocument } from './seed-document.js';
import { writeSeed } from './write-seed.js';

const MOST_DAYS = 366;

class SeedOptions {
  @OneOf(['telegram-export'])
  from!: string;

  @FilePath()
  path!: string;

  @Day()
  windowEnd!: CalendarDay;

  @WholeNumber({ min: 1, max: MOST_DAYS })
  days = 30;

  @IsOptional()
  @WholeNumber({ min: 1, max: MOST_DAYS })
  minPerChannel?: number;

  @ChannelHandle({ each: true })
  channel: readonly Channel[] = [];

  @KeyValue(parseChannel, 'ID=@handle, with the id that the export gives the chat')
  channelName: readonly (readonly [string, Channel])[] = [];

  @SeedNumber()
  seed = 1;

  @OneOf(['extractive', 'llm'])
  digester: 'extractive' | 'llm' = 'extractive';

  @Zone()
  timezone: TimeZone = TimeZone.moscow();

  @DatasetName()
  name = 'default';

  keepGoing = false;
}

/** `etalon seed` */
export const seedHandler = defineHandler(SeedOptions, async ({ services, output, signal }, options) => {
  const command = seedCommandFrom(options, signal);
  const outcome = await (await services.get('seedBenchmarkData')).execute(command);
  output.json(seedDocument(outcome));
  writeSeed(output, outcome);
  return outcome.ok ? 0 : 2;
});
