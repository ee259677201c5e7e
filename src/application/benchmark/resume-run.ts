import type { BenchmarkRun } from '../../domain/benchmark/benchmark-run.js';
import { hasEnd } from '../../domain/benchmark/has-end.js';
import type { JudgeUsage } from '../../domain/benchmark/judge-usage.js';
import { addUsage, NO_USAGE } from '../../domain/benchmark/judge-usage.js';
import type { ResultTable } from '../../domain/benchmark/result-table.js';
import type { SampleResult } from '../../domain/benchmark/sample-result.js';
import { storedJudgeOf } from '../../domain/benchmark/recorded-judge.js';
import { EtalonError } from '../../domain/errors/etalon-error.js';
import { canonicalJson } from '../../domain/shared/canonical-json.js';
import type { RunRepository } from '../ports/run.repository.port.js';
import { costBesides } from './known-so-far.js';
import type { FixedFacts } from './preregister.js';
import type { RunBenchmarkCommand } from './run-benchmark.command.js';

/** What an earlier part of a run left. */
export interface EarlierResults {
  readonly table: ResultTable;
  /** Whether the sample at a place needs no judge any more. */
  readonly isDone: (position: number) => boolean;
  /** What asking about a sample cost that ended in an error and is asked about again. */
  readonly spentOn: (position: number) => JudgeUsage;
  /** Whether a sample was turned away because the budget was used up: then no other is judged any more. */
  readonly exhausted: boolean;
  /** What everything cost so far. */
  readonly usage: JudgeUsage;
}

/** @throws RUN_FINISHED when the run came to its end. */
export function refuseFinished(run: BenchmarkRun): void {
  if (!hasEnd(run.status)) return;
  const details = { run_id: run.id, status: run.status };
  throw new EtalonError('RUN_FINISHED', `Run ${run.id} came to its end already (${run.status}).`, { details });
}

/** The command with everything that it leaves out as it was for the run. */
export function asBefore(run: BenchmarkRun, command: RunBenchmarkCommand): RunBenchmarkCommand {
  const { calls, tokens } = run.budget;
  return {
    ...{ scenario: run.scenarioPath ?? run.scenario, dataset: run.dataset.path },
    ...{ dryRun: run.dryRun, repeats: run.repeats },
    ...{ includeSynthetic: run.includeSynthetic, timezone: run.timezone },
    ...judgeBefore(run),
    ...(run.limit === null ? {} : { limit: run.limit }),
    ...(calls === null ? {} : { budgetCalls: calls }),
    ...(tokens === null ? {} : { budgetTokens: tokens }),
    ...command,
  };
}

function judgeBefore(run: BenchmarkRun): RunBenchmarkCommand {
  const storedJudge = storedJudgeOf(run);
  return { ...(run.dryRun ? {} : { judge: run.judge.kind }), ...(storedJudge === undefined ? {} : { storedJudge }) };
}

const OPTIONS = ['dryRun', 'repeats', 'budget', 'baseline', 'includeSynthetic', 'timezone', 'limit'] as const;

/**
 * Holds what is going to be measured now against what was registered.
 *
 * @throws RUN_CHANGED saying what is another now.
 */
export function refuseChanged(run: BenchmarkRun, fixed: FixedFacts, hash: string): void {
  if (hash === run.preregistration.hash) return;
  const changes = changesBetween(run, fixed);
  const what = changes.length === 0 ? 'the scenario or its threshold values' : changes.join(', ');
  throw new EtalonError('RUN_CHANGED', `Run ${run.id} cannot go on, something is another now: ${what}.`, {
    details: {
      run_id: run.id,
      changed: changes.length === 0 ? ['scenario'] : changes,
      hash,
      hash_before: run.preregistration.hash,
    },
  });
}

function changesBetween(before: BenchmarkRun, now: FixedFacts): readonly string[] {
  const facts: readonly (readonly [string, unknown, unknown])[] = [
    ['scenario', before.scenario, now.scenario],
    ['dataset', before.dataset.sha256, now.dataset.sha256],
    ['judge', [before.judge.kind, before.judge.model], [now.judge.kind, now.judge.model]],
    ['prompt', [before.judge.promptVersion, before.judge.promptHash], [now.judge.promptVersion, now.judge.promptHash]],
    ...OPTIONS.map((name) => [name, before[name], now[name]] as const),
  ];
  const text = (value: unknown) => canonicalJson(value as never);
  return facts.filter(([, was, is]) => text(was) !== text(is)).map(([name]) => name);
}

/**
 * Reads what an earlier part of the run left. Errors of the judge are asked about again; what the judge did not score
 * stays as it is.
 */
export async function earlierResults(
  runs: RunRepository,
  run: BenchmarkRun,
  table: ResultTable,
): Promise<EarlierResults> {
  const found = new FoundResults(table, run);
  for await (const result of runs.results(run.id)) found.take(result);
  return found;
}

class FoundResults implements EarlierResults {
  readonly #done: Uint8Array;
  readonly #spent = new Map<number, JudgeUsage>();
  exhausted = false;
  usage: JudgeUsage;

  constructor(
    readonly table: ResultTable,
    run: BenchmarkRun,
  ) {
    this.#done = new Uint8Array(run.dataset.samples);
    this.usage = costBesides(run);
  }

  isDone = (position: number): boolean => this.#done[position] === 1;

  spentOn = (position: number): JudgeUsage => this.#spent.get(position) ?? NO_USAGE;

  take(result: SampleResult): void {
    this.usage = addUsage(this.usage, result.usage);
    if (result.status === 'error') {
      this.#spent.set(result.position, result.usage);
      return;
    }
    if (result.status === 'unscored' && result.turnedAway === true) this.exhausted = true;
    this.#done[result.position] = 1;
    this.table.add(result);
  }
}

/** What a run that has just begun has. */
export function nothingYet(table: ResultTable): EarlierResults {
  return { table, isDone: () => false, spentOn: () => NO_USAGE, exhausted: false, usage: NO_USAGE };
}
