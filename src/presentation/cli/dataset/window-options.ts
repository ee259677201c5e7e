import { IsOptional } from 'class-validator';
import type { Channel } from '../../../domain/dataset/channel.js';
import type { CalendarDay } from '../../../domain/time/calendar-day.js';
import { TimeZone } from '../../../domain/time/time-zone.js';
import { DatasetName } from '../options/dataset-name.js';
import { ChannelHandle, Day, WholeNumber, Zone } from '../options/option-rules.js';

const MOST_DAYS = 366;

/** The options of commands that make a data set: its name, its window, its channels and its floor. */
export class WindowOptions {
  @DatasetName()
  name = 'default';

  @Day()
  windowEnd!: CalendarDay;

  @WholeNumber({ min: 1, max: MOST_DAYS })
  days = 30;

  @IsOptional()
  @WholeNumber({ min: 1, max: MOST_DAYS })
  minPerChannel?: number;

  @ChannelHandle({ each: true })
  channel: readonly Channel[] = [];

  @Zone()
  timezone: TimeZone = TimeZone.moscow();
}
