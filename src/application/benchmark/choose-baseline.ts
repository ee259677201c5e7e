import type { BaselineChoice, BenchmarkRun } from '../../domain/benchmark/benchmark-run.js';
import { refuseIncomparable } from '../../domain/benchmark/comparison/refuse-incomparable.js';
import type { Scenario } from '../../domain/benchmark/scenario.js';
import { EtalonError } from '../../domain/errors/etalon-error.js';
import type { Judge } from '../ports/judge.port.js';
import type { StoreProvider } from '../ports/store.port.js';
import { COMPARISON_DEFAULTS } from './compare-runs.use-case.js';
import { findBaseline, PINNED } from './find-baseline.js';
import type { RunBenchmarkCommand } from './run-benchmark.command.js';

/** Refuses what goes with a baseline alone, named now or by the run that is resumed. @throws USAGE */
export function refuseBaselineOptions(
  { baseline, margin, earlyStop = false }: RunBenchmarkCommand,
  before: BenchmarkRun | undefined,
): void {
  if (baseline !== undefined || (before?.baseline ?? null) !== null) return;
  const option = earlyStop ? '--early-stop' : margin === undefined ? undefined : '--margin';
  if (option === undefined) return;
  throw new EtalonError('USAGE', `${option} goes with --baseline RUN.`, { hint: 'Name the run to compare with.' });
}

/**
 * The run that a run is going to be compared with. One that cannot be compared is refused before anything is judged.
 *
 * @param before the run that is resumed: it keeps its baseline, whichever is pinned now; what is named again and is
 * another than before makes the run another one
 * @throws RUN_NOT_FOUND, BASELINE_NOT_PINNED, RUNS_NOT_COMPARABLE
 */
export async function chooseBaseline(
  stores: StoreProvider,
  command: RunBenchmarkCommand,
  now: { readonly scenario: Scenario; readonly judge: Judge },
  before: BenchmarkRun | undefined,
): Promise<BaselineChoice | null> {
  const earlier = before?.baseline ?? null;
  const rules = { ...DEFAULTS, ...(earlier && rulesOf(earlier)), ...given(command) };
  if (command.baseline === undefined) return earlier && { ...earlier, ...rules };
  const store = await stores.openExisting();
  if (store === undefined) throw new EtalonError('RUN_NOT_FOUND', `There is no run ${command.baseline}: no store yet.`);
  const run = await findBaseline(store, command.baseline, now.scenario.name);
  refuseIncomparable(run, { id: 'this run', status: 'completed', scenario: now.scenario.name, judge: now.judge });
  return { runId: run.id, pinned: command.baseline === PINNED, ...rules };
}

type BaselineRules = Pick<BaselineChoice, 'margin' | 'earlyStop'>;

const DEFAULTS: BaselineRules = { margin: COMPARISON_DEFAULTS.margin, earlyStop: false };

function rulesOf({ margin, earlyStop }: BaselineChoice): BaselineRules {
  return { margin, earlyStop };
}

function given({ margin, earlyStop }: RunBenchmarkCommand): Partial<BaselineRules> {
  return { ...(margin === undefined ? {} : { margin }), ...(earlyStop === undefined ? {} : { earlyStop }) };
}
