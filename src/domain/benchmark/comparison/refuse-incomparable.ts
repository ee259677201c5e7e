import { EtalonError } from '../../errors/etalon-error.js';
import type { BenchmarkRun } from '../benchmark-run.js';

/** What two runs must have in common for their scores to be on one scale. */
type Comparable = Pick<BenchmarkRun, 'id' | 'status' | 'scenario' | 'judge'>;

/**
 * Refuses to hold runs against each other that did not come to an end or stopped early, or whose scores are on different
 * scales: of other scenarios, judges or prompts. Data sets may differ: a candidate usually has summaries of its own. A
 * prompt whose hash is not known is taken for the one of its version.
 *
 * @throws RUNS_NOT_COMPARABLE
 */
export function refuseIncomparable(a: Comparable, b: Comparable): void {
  for (const run of [a, b]) refuseUnfinished(run);
  for (const [what, before, now] of facts(a, b))
    if (before !== now) refuse(`${a.id} has ${what} ${before}, ${b.id} has ${now}.`, `Compare runs of one ${what}.`);
}

function refuseUnfinished({ id, status }: Comparable): void {
  if (status === 'running' || status === 'failed' || status === 'interrupted')
    refuse(`Run ${id} has no end: its status is ${status}.`, `Finish it with --resume ${id}, or choose another run.`);
  if (status === 'stopped_early') refuse(`Run ${id} stopped early: most of its samples may have no result.`, WHOLE);
}

const WHOLE = 'Its own comparison is in `etalon benchmark show`; for another, run it again without --early-stop.';

function facts(a: Comparable, b: Comparable): readonly (readonly [string, string, string])[] {
  return [
    ['scenario', a.scenario, b.scenario],
    ['judge', a.judge.model, b.judge.model],
    ['prompt version', a.judge.promptVersion, b.judge.promptVersion],
    ['prompt hash', a.judge.promptHash ?? b.judge.promptHash ?? '', b.judge.promptHash ?? a.judge.promptHash ?? ''],
  ];
}

function refuse(message: string, hint: string): never {
  throw new EtalonError('RUNS_NOT_COMPARABLE', message, { hint });
}
