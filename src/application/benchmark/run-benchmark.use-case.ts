import type { BenchmarkRun, RunStatus } from '../../domain/benchmark/benchmark-run.js';
import type { JudgeUsage } from '../../domain/benchmark/judge-usage.js';
import { EtalonError } from '../../domain/errors/etalon-error.js';
import type { HeldLock } from '../ports/store-lock.port.js';
import type { Store } from '../ports/store.port.js';
import { compareStored, COMPARISON_DEFAULTS } from './compare-runs.use-case.js';
import { concluded } from './concluded.js';
import { findRun } from './find-run.js';
import { holdRun } from './hold-run.js';
import { observeRun } from './observe-run.js';
import type { RunPlan } from './plan-run.js';
import { planRun } from './plan-run.js';
import { preregistrationHash } from './preregister.js';
import { asBefore, earlierResults, nothingYet, refuseChanged, refuseFinished } from './resume-run.js';
import type { RunBenchmarkCommand } from './run-benchmark.command.js';
import type { RunBenchmarkPorts, RunBenchmarkSettings } from './run-benchmark.ports.js';
import { explained } from './run-failure.js';
import type { JudgingOutcome } from './run-judging.js';
import { RunJudging } from './run-judging.js';
import { costEstimator } from './cost-estimator.js';
import { emptyTable } from './empty-table.js';
import { knownSoFar } from './known-so-far.js';
import { newRun } from './new-run.js';
import { Spending } from './spending.js';
import { refuseFailedTest, refuseSmallBudget, testJudge } from './test-judge.js';

/**
 * Runs a scenario over a data set: judges its samples, estimates each metric with an interval, gives a verdict.
 *
 * Everything that can be refused is refused before the store is written to. The hash of what is going to be measured is
 * stored before the first judge call; results are stored as they are known. A run that was interrupted, killed, or lost
 * its store goes on with `resume` and ends with the same result, durations apart.
 *
 * Errors: SCENARIO_NOT_FOUND, SCENARIO_INVALID, BENCHMARK_JUDGE_UNKNOWN, BENCHMARK_JUDGES_MIXED,
 * BENCHMARK_STORED_JUDGE_UNKNOWN, BENCHMARK_BUDGET_TOO_SMALL, JUDGE_SELF_TEST_FAILED, BENCHMARK_DATASET_NOT_FOUND, BENCHMARK_DATASET_INVALID,
 * BENCHMARK_DATASET_EMPTY, BENCHMARK_DATASET_CHANGED, RUN_NOT_FOUND, RUN_FINISHED, RUN_CHANGED, RUN_BUSY, BASELINE_NOT_PINNED, RUNS_NOT_COMPARABLE, USAGE,
 * INTERRUPTED, and those of the store.
 */
export class RunBenchmarkUseCase {
  constructor(
    private readonly ports: RunBenchmarkPorts,
    private readonly settings: RunBenchmarkSettings,
  ) {}

  /** @returns the finished run; the verdict is in it. */
  async execute(command: RunBenchmarkCommand): Promise<BenchmarkRun> {
    const started = this.ports.clock.monotonic();
    const before = await this.#before(command);
    const wanted = before === undefined ? command : { ...asBefore(before, command), before };
    const plan = await planRun(this.ports, wanted, this.settings.defaultTimezone);
    const hash = preregistrationHash(plan, this.ports.hasher);
    if (before !== undefined) refuseChanged(before, plan.fixed, hash);
    refuseSmallBudget(plan, before);
    const store = await this.ports.stores.open();
    const id = before?.id ?? this.ports.ids.next('run');
    return await holdRun(store, id, async (held) => {
      const work = { store, held, plan, signal: command.signal, started };
      return await this.#traced(before === undefined ? await this.#register(work, id, hash) : await takeUp(work, id));
    });
  }

  /** The run that is to be resumed. @throws RUN_NOT_FOUND, RUN_FINISHED */
  async #before({ resume }: RunBenchmarkCommand): Promise<BenchmarkRun | undefined> {
    if (resume === undefined) return undefined;
    const { run } = await findRun(this.ports.stores, resume);
    refuseFinished(run);
    return run;
  }

  async #register(work: Work, id: string, hash: string): Promise<StartedRun> {
    const { clock, logger, hardware } = this.ports;
    const { version: etalon, gitCommit } = this.settings;
    const environment = { ...(await hardware.read()), etalon, gitCommit };
    const run = newRun(id, work.plan.fixed, { hash, at: clock.now() }, environment);
    await work.store.runs.saveRun(run);
    logger.info('benchmark run registered', { run_id: id, scenario: run.scenario, hash });
    return { ...work, run, earlier: nothingYet(emptyTable(work.plan, run)) };
  }

  async #traced(work: StartedRun): Promise<BenchmarkRun> {
    const { id, scenario, dataset, judge } = work.run;
    const attributes = { 'benchmark.run_id': id, 'benchmark.scenario': scenario, 'benchmark.samples': dataset.samples };
    const judging = { 'judge.kind': judge.kind, 'gen_ai.request.model': judge.model };
    return await this.ports.tracer.span('benchmark.run', { ...attributes, ...judging }, () => this.#judge(work));
  }

  async #judge(started: StartedRun): Promise<BenchmarkRun> {
    let spending: Spending | undefined;
    try {
      const tested = await testJudge(this.ports, started);
      const work = { ...started, ...tested };
      refuseFailedTest(work.run, tested.allowance);
      spending = new Spending(work.run.budget, work.earlier);
      const estimator = work.run.dryRun ? await costEstimator(this.ports.judges, work.plan.scenario) : undefined;
      const judging = new RunJudging(this.ports, work.store.runs, { ...work, spending, estimator });
      return await this.#finish(work, await judging.execute());
    } catch (error) {
      await this.#end(started, statusAfter(error), spending?.usage);
      throw explained(error, started.run);
    }
  }

  async #finish(work: StartedRun, outcome: JudgingOutcome): Promise<BenchmarkRun> {
    const { store, plan } = work;
    const run = await this.#compared(store, concluded(work.run, plan, outcome));
    const finished: BenchmarkRun = { ...run, durationSeconds: this.#seconds(work) };
    await store.runs.saveRun(finished);
    observeRun(this.ports.metrics, finished);
    const { id, status, verdict } = finished;
    this.ports.logger.info('benchmark run finished', { run_id: id, status, verdict });
    return finished;
  }

  async #compared(store: Store, run: BenchmarkRun): Promise<BenchmarkRun> {
    const { baseline, comparison } = run;
    if (baseline === null || comparison !== null) return run;
    const { margin, pinned: baselinePinned } = baseline;
    const before = await store.runs.findRun(baseline.runId);
    if (before === undefined) {
      this.ports.logger.warn('the baseline is gone: nothing to compare with', {
        run_id: run.id,
        baseline: baseline.runId,
      });
      return run;
    }
    const rules = { margin, alpha: COMPARISON_DEFAULTS.alpha, baselinePinned };
    return { ...run, comparison: await compareStored({ run: before, store }, { run, store }, rules) };
  }

  /** The store may be what failed: then the run stays `running`, and the first error is the one to tell. */
  async #end(work: StartedRun, status: RunStatus, spent: JudgeUsage | undefined): Promise<void> {
    const { run, store, plan } = work;
    try {
      // The test of the judge may have stored what it found.
      const stored = (await store.runs.findRun(run.id)) ?? run;
      // Nothing is lost on a judge that costs nothing: its calls count with their results.
      const known = await knownSoFar(store.runs, stored, plan.judge.cost === 'free' ? undefined : spent);
      await store.runs.saveRun({ ...stored, ...known, status, durationSeconds: this.#seconds(work) });
    } catch (error) {
      this.ports.logger.warn('the end of the run could not be stored', { run_id: run.id, status, error });
    }
  }

  /** What the run took, earlier parts that could say so included. */
  #seconds({ run, started }: StartedRun): number {
    return (run.durationSeconds ?? 0) + (this.ports.clock.monotonic() - started) / 1000;
  }
}

function statusAfter(error: unknown): RunStatus {
  return error instanceof EtalonError && error.code === 'INTERRUPTED' ? 'interrupted' : 'failed';
}

/** What a run works with. */
interface Work {
  readonly store: Store;
  readonly held: HeldLock;
  readonly plan: RunPlan;
  readonly signal: AbortSignal | undefined;
  /** On the monotonic clock. */
  readonly started: number;
}

interface StartedRun extends Work {
  readonly run: BenchmarkRun;
  readonly earlier: ReturnType<typeof nothingYet>;
}

/** The run as it stands now that it is ours. @throws RUN_FINISHED when another process finished it meanwhile. */
async function takeUp(work: Work, id: string): Promise<StartedRun> {
  const { runs } = work.store;
  const stored = await runs.findRun(id);
  if (stored === undefined) throw new EtalonError('RUN_NOT_FOUND', `There is no run ${id}.`);
  refuseFinished(stored);
  const run: BenchmarkRun = { ...stored, status: 'running' };
  await runs.saveRun(run);
  return { ...work, run, earlier: await earlierResults(runs, run, emptyTable(work.plan, run)) };
}
