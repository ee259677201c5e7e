import type { BenchmarkRun } from '../../../domain/benchmark/benchmark-run.js';
import { toIso } from '../../../domain/time/instant.js';
import { defineHandler } from '../define-handler.js';
import { WholeNumber } from '../options/option-rules.js';

class ListRunsOptions {
  @WholeNumber({ min: 1, max: 10_000 })
  limit = 20;
}

/** `etalon benchmark list` */
export const listRunsHandler = defineHandler(ListRunsOptions, async ({ services, output }, { limit }) => {
  const runs = await (await services.get('listRuns')).execute({ limit });
  const rows = runs.map(rowOf);
  output.json({ schema_version: 1, runs: rows });
  if (rows.length === 0) output.line('No runs yet: `etalon benchmark run --scenario channel_digest_ru` makes one.');
  else output.table(rows);
  return 0;
});

function rowOf(run: BenchmarkRun) {
  return {
    run_id: run.id,
    started_at: toIso(run.startedAt),
    scenario: run.scenario,
    dataset: run.dataset.name,
    judge: run.judge.kind,
    samples: run.samples.total,
    status: run.status,
    verdict: run.verdict,
  };
}
