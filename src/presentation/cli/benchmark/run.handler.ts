import type { RunBenchmarkCommand } from '../../../application/benchmark/run-benchmark.command.js';
import type { BenchmarkRun } from '../../../domain/benchmark/benchmark-run.js';
import type { CommandContext } from '../command-context.js';
import { defineHandler } from '../define-handler.js';
import { assertArtifactsWritable, writeArtifacts } from './run-artifacts.js';
import { RunOptions } from './run-options.js';
import { runExit } from './run-exit.js';
import { writeRun } from './write-run.js';

/** `etalon benchmark run` */
export const runHandler = defineHandler(RunOptions, async (context, options) => {
  await assertArtifactsWritable(context.services, options);
  const run = await (await context.services.get('runBenchmark')).execute(commandOf(options, context.signal));
  await report(context, run, options);
  return runExit(run, options.failOnWarn);
});

const COMMAND_OPTIONS = [
  ...(['scenario', 'dataset', 'judge', 'storedJudge', 'maxConcurrency', 'repeats', 'limit'] as const),
  ...(['budgetCalls', 'budgetTokens', 'baseline', 'margin', 'resume'] as const),
];

/** Flags that were not given are left out: a run that is resumed keeps what it was begun with. */
function commandOf(options: RunOptions, signal: AbortSignal): RunBenchmarkCommand {
  const { timezone, dryRun, includeSynthetic, earlyStop } = options;
  const given = COMMAND_OPTIONS.filter((name) => options[name] !== undefined).map((name) => [name, options[name]]);
  return {
    ...(Object.fromEntries(given) as RunBenchmarkCommand),
    signal,
    ...(dryRun ? { dryRun } : {}),
    ...(earlyStop ? { earlyStop } : {}),
    ...(includeSynthetic ? { includeSynthetic } : {}),
    ...(timezone === undefined ? {} : { timezone: timezone.name }),
  };
}

async function report({ services, output }: CommandContext, run: BenchmarkRun, options: RunOptions): Promise<void> {
  const { document } = await writeArtifacts(services, { run, failOnWarn: options.failOnWarn }, options);
  output.json(document);
  writeRun(output, run);
  output.note(`etalon benchmark report ${run.id} --html FILE shows it with figures.`);
}
