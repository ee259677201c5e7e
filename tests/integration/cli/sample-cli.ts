// A command line of our own frame with commands that do what the tests need.
import { setTimeout as sleep } from 'node:timers/promises';
import { createCliRuntime } from '#etalon/composition/cli-runtime.js';
import { packageVersion } from '#etalon/composition/package-version.js';
import type { CommandContext } from '#etalon/presentation/cli/command-context.js';
import type { CommandDefinition } from '#etalon/presentation/cli/command-definition.js';
import { defineHandler } from '#etalon/presentation/cli/define-handler.js';
import { runProcess } from '#etalon/presentation/cli/run-process.js';

class NoOptions {
  declare readonly none?: never;
}

const command = (name: string, work: (context: CommandContext) => Promise<void>): CommandDefinition => ({
  path: [name],
  summary: `Does ${name}.`,
  options: [],
  examples: [`sample ${name}`],
  load: () =>
    Promise.resolve(
      defineHandler(NoOptions, async (context) => {
        await work(context);
        return 0;
      }),
    ),
});

const HOUR_MS = 3_600_000;

await runProcess({
  version: packageVersion(),
  createRuntime: createCliRuntime,
  commands: [
    command('report', ({ output }) => {
      output.line('for people');
      output.table([{ rows: 3 }]);
      output.note('a remark');
      output.json({ rows: 3 });
      return Promise.resolve();
    }),
    command('flood', ({ output }) => {
      for (let line = 0; line < 20_000; line += 1) output.line(`line ${line} `.padEnd(100, '.'));
      return Promise.resolve();
    }),
    command('wait', async ({ output, signal }) => {
      output.json({ started: true });
      await sleep(HOUR_MS, undefined, { signal });
    }),
    command('deaf', async ({ output }) => {
      output.json({ started: true });
      await sleep(HOUR_MS);
    }),
    command('late', async () => {
      setTimeout(() => {
        throw new Error('late');
      }, 1);
      await sleep(100);
    }),
  ],
});
