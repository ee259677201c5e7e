import { IsOptional } from 'class-validator';
import type { RunBenchmarkCommand } from '../../../application/benchmark/run-benchmark.command.js';
import type { BenchmarkRun } from '../../../domain/benchmark/benchmark-run.js';
import { prettyJson } from '../../../domain/shared/pretty-json.js';
import type { TimeZone } from '../../../domain/time/time-zone.js';
import { runDocument } from '../../report/run-document.js';
import type { CommandContext } from '../command-context.js';
import { defineHandler } from '../define-handler.js';
import { FilePath, Text, WholeNumber, Zone } from '../options/option-rules.js';
import { verdictExit } from './verdict-exit.js';
import { writeRun } from './write-run.js';

class RunOptions {
  @Text()
  scenario!: string;

  @IsOptional()
  @FilePath()
  dataset?: string;

  @IsOptional()
  @Text()
  judge?: string;

  @IsOptional()
  @WholeNumber({ min: 1, max: 1_000_000_000 })
  limit?: number;

  includeSynthetic = false;

  @IsOptional()
  @Zone()
  timezone?: TimeZone;

  @IsOptional()
  @FilePath()
  output?: string;

  failOnWarn = false;
}

/** `etalon benchmark run` */
export const runHandler = defineHandler(RunOptions, async (context, options) => {
  const { output: path } = options;
  if (path !== undefined)
    await (await context.services.get('outputGuard')).assertWritable({ path, option: '--output' });
  const run = await (await context.services.get('runBenchmark')).execute(commandOf(options, context.signal));
  await report(context, run, options.output);
  return verdictExit(run.verdict, options.failOnWarn);
});

function commandOf(options: RunOptions, signal: AbortSignal): RunBenchmarkCommand {
  const { scenario, dataset, judge, limit, includeSynthetic, timezone } = options;
  return {
    ...{ scenario, includeSynthetic, signal },
    ...(dataset === undefined ? {} : { dataset }),
    ...(judge === undefined ? {} : { judge }),
    ...(limit === undefined ? {} : { limit }),
    ...(timezone === undefined ? {} : { timezone: timezone.name }),
  };
}

async function report({ services, output }: CommandContext, run: BenchmarkRun, file?: string): Promise<void> {
  const document = runDocument(run, file === undefined ? {} : { output: file });
  if (file !== undefined) await (await services.get('publisher')).publish(file, prettyJson(document));
  output.json(document);
  writeRun(output, run);
  output.note(`etalon benchmark report ${run.id} --html FILE shows it with figures.`);
}
