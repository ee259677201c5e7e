import { IsOptional } from 'class-validator';
import type { RunBenchmarkCommand } from '../../../application/benchmark/run-benchmark.command.js';
import type { BenchmarkRun } from '../../../domain/benchmark/benchmark-run.js';
import type { TimeZone } from '../../../domain/time/time-zone.js';
import type { CommandContext } from '../command-context.js';
import { defineHandler } from '../define-handler.js';
import { FilePath, Text, WholeNumber, Zone } from '../options/option-rules.js';
import type { ArtifactFiles } from './run-artifacts.js';
import { assertArtifactsWritable, writeArtifacts } from './run-artifacts.js';
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

  @IsOptional()
  @FilePath()
  junit?: string;

  @IsOptional()
  @FilePath()
  summary?: string;

  failOnWarn = false;
}

/** `etalon benchmark run` */
export const runHandler = defineHandler(RunOptions, async (context, options) => {
  await assertArtifactsWritable(context.services, options);
  const run = await (await context.services.get('runBenchmark')).execute(commandOf(options, context.signal));
  await report(context, run, options);
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

async function report({ services, output }: CommandContext, run: BenchmarkRun, files: ArtifactFiles): Promise<void> {
  output.json(await writeArtifacts(services, run, files));
  writeRun(output, run);
  output.note(`etalon benchmark report ${run.id} --html FILE shows it with figures.`);
}
