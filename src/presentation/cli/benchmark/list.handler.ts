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
  output.json({ schema_version: 1, runs: runs.map(documentOf) });
  if (runs.length === 0) output.line('No runs yet: `etalon benchmark run --scenario channel_digest_ru` makes one.');
  else output.table(runs.map(rowOf));
  return 0;
});

function documentOf(run: BenchmarkRun) {
  return {
    run_id: run.id,
    started_at: toIso(run.startedAt),
    scenario: run.scenario,
    dataset: run.dataset.name,
    judge: run.judge.kind,
    samples: run.samples.total,
    scored: run.samples.scored,
    limit: run.limit,
    include_synthetic: run.includeSynthetic,
    status: run.status,
    verdict: run.verdict,
  };
}

function rowOf(run: BenchmarkRun) {
  const { samples, scored, limit, include_synthetic, status, verdict, ...facts } = documentOf(run);
  const options = [limit === null ? [] : `limit ${limit}`, include_synthetic ? 'synthetic' : []].flat().join(', ');
  return { ...facts, scored: `${scored}/${samples}`, options, status, verdict };
}
