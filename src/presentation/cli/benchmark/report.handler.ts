import { IsOptional } from 'class-validator';
import { runPage } from '../../report/html/run-page.js';
import { runDocument } from '../../report/run-document.js';
import { defineHandler } from '../define-handler.js';
import { FilePath, Text } from '../options/option-rules.js';
import { writeRun } from './write-run.js';

class ReportOptions {
  @Text()
  run!: string;

  @IsOptional()
  @FilePath()
  html?: string;
}

/** `etalon benchmark report` */
export const reportHandler = defineHandler(ReportOptions, async ({ services, output }, { run: runId, html }) => {
  const guard = await services.get('outputGuard');
  if (html !== undefined) await guard.assertWritable({ path: html, option: '--html' });
  const report = await (await services.get('reportRun')).execute({ runId });
  if (html !== undefined) await (await services.get('publisher')).publish(html, runPage(report));
  output.json(runDocument(report.run, html === undefined ? {} : { html }));
  writeRun(output, report.run);
  if (html !== undefined) output.note(`written: ${html}`);
  return 0;
});
