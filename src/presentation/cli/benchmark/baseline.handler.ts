import type { BenchmarkRun } from '../../../domain/benchmark/benchmark-run.js';
import { toIso } from '../../../domain/time/instant.js';
import { defineHandler } from '../define-handler.js';
import { Text } from '../options/option-rules.js';
import type { Output } from '../output/output.js';

class BaselineSetOptions {
  @Text()
  run!: string;
}

class BaselineShowOptions {
  @Text()
  scenario = 'channel_digest_ru';
}

/** `etalon benchmark baseline set` */
export const baselineSetHandler = defineHandler(BaselineSetOptions, async ({ services, output }, { run: runId }) => {
  write(output, await (await services.get('pinBaseline')).execute({ runId }));
  return 0;
});

/** `etalon benchmark baseline show` */
export const baselineShowHandler = defineHandler(BaselineShowOptions, async ({ services, output }, { scenario }) => {
  write(output, await (await services.get('showBaseline')).execute({ scenario }));
  return 0;
});

function write(output: Output, run: BenchmarkRun): void {
  const pinnedAt = run.pinnedAt === null ? null : toIso(run.pinnedAt);
  const { id, scenario, verdict } = run;
  output.json({ schema_version: 1, scenario, run_id: id, pinned_at: pinnedAt, verdict });
  output.table([
    { scenario, baseline: id, judge: run.judge.model, samples: run.samples.total, verdict, pinned: pinnedAt },
  ]);
}
