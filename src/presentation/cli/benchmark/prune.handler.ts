import { IsOptional } from 'class-validator';
import { toIso } from '../../../domain/time/instant.js';
import { defineHandler } from '../define-handler.js';
import { WholeNumber } from '../options/option-rules.js';

class PruneOptions {
  @WholeNumber({ min: 0, max: 1_000_000 })
  keep!: number;

  @IsOptional()
  @WholeNumber({ min: 0, max: 100_000 })
  olderThan?: number;

  yes = false;
}

/** `etalon benchmark prune` */
export const pruneHandler = defineHandler(PruneOptions, async ({ services, output }, { keep, olderThan, yes }) => {
  const useCase = await services.get('pruneRuns');
  const age = olderThan === undefined ? {} : { olderThanDays: olderThan };
  const { runs, removed } = await useCase.execute({ keep, ...age, confirmed: yes });
  const rows = runs.map((run) => ({ run_id: run.id, started_at: toIso(run.startedAt), scenario: run.scenario }));
  output.json({ schema_version: 1, removed, runs: rows });
  output.table(rows);
  output.line(removed ? `Removed ${rows.length} runs.` : `${rows.length} runs would go; --yes removes them.`);
  return 0;
});
