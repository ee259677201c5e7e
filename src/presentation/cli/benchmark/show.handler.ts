import { runDocument } from '../../report/run-document.js';
import { defineHandler } from '../define-handler.js';
import { Text } from '../options/option-rules.js';
import { writeRun } from './write-run.js';

class ShowRunOptions {
  @Text()
  run!: string;
}

/** `etalon benchmark show` */
export const showRunHandler = defineHandler(ShowRunOptions, async ({ services, output }, options) => {
  const run = await (await services.get('showRun')).execute({ runId: options.run });
  output.json(runDocument(run));
  writeRun(output, run);
  return 0;
});
