import type { BaselineChoice, BenchmarkRun } from '../../domain/benchmark/benchmark-run.js';
import { refuseIncomparable } from '../../domain/benchmark/comparison/refuse-incomparable.js';
import type { Scenario } from '../../domain/benchmark/scenario.js';
import { EtalonError } from '../../domain/errors/etalon-error.js';
import type { Judge } from '../ports/judge.port.js';
import type { StoreProvider } from '../ports/store.port.js';
import { COMPARISON_DEFAULTS } from './compare-runs.use-case.js';
import { findBaseline, PINNED } from './find-baseline.js';
import type { RunBenchmarkCommand } from './run-benchmark.command.js';

/** Refuses what goes with a baseline alone. @throws USAGE */
export function refuseBaselineOptions({ baseline, margin, earlyStop = false, resume }: RunBenchmarkCommand): void {
  if (baseline !== undefined || resume !== undefined) return;
  const option = earlyStop ? '--early-stop' : margin === undefined ? undefined : '--margin';
  if (option === undefined) return;
  throw new EtalonError('USAGE', `${option} goes with --baseline RUN.`, { hint: 'Name the run to compare with.' });
}

/**
 * The run that a run is going to be compared with. One that cannot be compared is refused before anything is judged.
 *
 * @param before the run that is resumed: it keeps its baseline, whichever is pinned now
 * @throws RUN_NOT_FOUND, BASELINE_NOT_PINNED, RUNS_NOT_COMPARABLE
 */
export async function chooseBaseline(
  stores: StoreProvider,
  command: RunBenchmarkCommand,
  now: { readonly scenario: Scenario; readonly judge: Judge },
  before: BenchmarkRun | undefined,
): Promise<BaselineChoice | null> {
  if (command.baseline === undefined) return before?.baseline ?? null;
  const store = await stores.openExisting();
  if (store === undefined) throw new EtalonError('RUN_NOT_FOUND', `There is no run ${command.baseline}: no store yet.`);
  const run = await findBaseline(store, command.baseline, now.scenario.name);
  refuseIncomparable(run, { id: 'this run', status: 'completed', scenario: now.scenario.name, judge: now.judge });
  const { margin = COMPARISON_DEFAULTS.margin, earlyStop = false } = command;
  return { runId: run.id, pinned: command.baseline === PINNED, margin, earlyStop };
}
