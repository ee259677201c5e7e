import { IsOptional } from 'class-validator';
import type { BenchmarkRun } from '../../../domain/benchmark/benchmark-run.js';
import { runPage } from '../../report/html/run-page.js';
import { performancePage } from '../../report/performance-page/performance-page.js';
import type { CommandContext } from '../command-context.js';
import { defineHandler } from '../define-handler.js';
import { FilePath, Text } from '../options/option-rules.js';
import { ArtifactOptions } from './artifact-options.js';
import { assertArtifactsWritable, writeArtifacts } from './run-artifacts.js';
import { writeRun } from './write-run.js';

class ReportOptions extends ArtifactOptions {
  @Text()
  run!: string;

  @IsOptional()
  @FilePath()
  html?: string;

  markdown = false;
}

/** `etalon benchmark report` */
export const reportHandler = defineHandler(ReportOptions, async ({ services, output }, options) => {
  const { run: runId, failOnWarn, markdown } = options;
  await assertArtifactsWritable(services, options);
  const pages = markdown ? await pagePaths(services) : [];
  const report = await (await services.get('reportRun')).execute({ runId });
  const { run } = report;
  for (const page of pages) await writePage(services, run, page);
  const others = Object.fromEntries(pages.map(({ language, path }) => [`markdown_${language}`, path]));
  const source = { run, failOnWarn, page: () => runPage(report), others };
  const { document, artifacts } = await writeArtifacts(services, source, options);
  output.json(document);
  writeRun(output, run);
  for (const path of Object.values(artifacts)) output.note(`written: ${path}`);
  return 0;
});

interface Page {
  readonly language: 'en' | 'ru';
  readonly path: string;
}

/** Where both languages of the page of benchmark results lie, in the documentation folder. @throws FILE_WRITE_FAILED */
async function pagePaths(services: CommandContext['services']): Promise<readonly Page[]> {
  const docs = await services.get('docsFolder');
  const guard = await services.get('outputGuard');
  const pages = (['en', 'ru'] as const).map((language) => ({
    language,
    path: docs.pathOf(`reference/${language}/PERFORMANCE_BENCHMARKS.md`),
  }));
  for (const { path } of pages) await guard.assertWritable({ path, option: '--docs-dir' });
  return pages;
}

async function writePage(services: CommandContext['services'], run: BenchmarkRun, { language, path }: Page) {
  const publisher = await services.get('publisher');
  await publisher.publish(path, performancePage(await publisher.read(path), run, language));
}
