import { IsOptional } from 'class-validator';
import type { Channel } from '../../../domain/dataset/channel.js';
import { reportDocument } from '../../../domain/dataset/coverage/report-document.js';
import type { CalendarDay } from '../../../domain/time/calendar-day.js';
import { TimeWindow } from '../../../domain/time/time-window.js';
import { TimeZone } from '../../../domain/time/time-zone.js';
import { defineHandler } from '../define-handler.js';
import { DatasetName } from '../options/dataset-name.js';
import { ChannelHandle, Day, WholeNumber, Zone } from '../options/option-rules.js';
import { floorFor } from './floor-for.js';
import { writeReport } from './write-report.js';

const MOST_DAYS = 366;

class AdoptOptions {
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

/** `etalon dataset adopt` */
export const adoptHandler = defineHandler(AdoptOptions, async ({ services, output }, options) => {
  const { name, days, channel: channels } = options;
  const floor = floorFor(days, options.minPerChannel);
  const window = TimeWindow.endingOn(options.windowEnd, days, options.timezone);
  const report = await (await services.get('adoptDataset')).execute({ name, window, floor, channels });
  output.json(reportDocument(report));
  writeReport(output, report);
  return 0;
});
