import { IsOptional } from 'class-validator';
import type { BenchmarkRun } from '../../../domain/benchmark/benchmark-run.js';
import { runPage } from '../../report/html/run-page.js';
import { performancePage } from '../../report/performance-page/performance-page.js';
import type { RunArtifacts } from '../../report/run-document.js';
import { runDocument } from '../../report/run-document.js';
import type { CommandContext } from '../command-context.js';
import { defineHandler } from '../define-handler.js';
import { FilePath, Text } from '../options/option-rules.js';
import { writeRun } from './write-run.js';

class ReportOptions {
  @Text()
  run!: string;

  @IsOptional()
  @FilePath()
  html?: string;

  markdown = false;
}

/** `etalon benchmark report` */
export const reportHandler = defineHandler(ReportOptions, async ({ services, output }, options) => {
  const { run: runId, html, markdown } = options;
  const guard = await services.get('outputGuard');
  if (html !== undefined) await guard.assertWritable({ path: html, option: '--html' });
  const report = await (await services.get('reportRun')).execute({ runId });
  if (html !== undefined) await (await services.get('publisher')).publish(html, runPage(report));
  const written = {
    ...(html === undefined ? {} : { html }),
    ...(markdown ? await writePages(services, report.run) : {}),
  };
  output.json(runDocument(report.run, written));
  writeRun(output, report.run);
  for (const path of Object.values(written)) output.note(`written: ${path}`);
  return 0;
});

/** Both languages of the page of benchmark results, in the documentation folder. */
async function writePages(services: CommandContext['services'], run: BenchmarkRun): Promise<RunArtifacts> {
  const docs = await services.get('docsFolder');
  const publisher = await services.get('publisher');
  const paths: Record<string, string> = {};
  for (const language of ['en', 'ru'] as const) {
    const path = docs.pathOf(`reference/${language}/PERFORMANCE_BENCHMARKS.md`);
    await publisher.publish(path, performancePage(await publisher.read(path), run, language));
    paths[`markdown_${language}`] = path;
  }
  return paths;
}
