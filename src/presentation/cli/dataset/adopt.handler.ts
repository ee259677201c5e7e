import { isSound } from '../../../application/dataset/is-sound.js';
import { reportDocument } from '../../../domain/dataset/coverage/report-document.js';
import { TimeWindow } from '../../../domain/time/time-window.js';
import { defineHandler } from '../define-handler.js';
import { floorFor } from './floor-for.js';
import { WindowOptions } from './window-options.js';
import { writeReport } from './write-report.js';

/** `etalon dataset adopt` */
export const adoptHandler = defineHandler(WindowOptions, async ({ services, output }, options) => {
  const { name, days, channel: channels } = options;
  const floor = floorFor(days, options.minPerChannel);
  const window = TimeWindow.endingOn(options.windowEnd, days, options.timezone);
  const report = await (await services.get('adoptDataset')).execute({ name, window, floor, channels });
  output.json(reportDocument(report));
  writeReport(output, report);
  return isSound(report) ? 0 : 2;
});
