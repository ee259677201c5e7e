import type { BenchmarkRun } from '../../domain/benchmark/benchmark-run.js';
import type { SampleResult } from '../../domain/benchmark/sample-result.js';
import type { JudgingOrder, PlacedSample } from '../ports/judge-pool.port.js';
import type { ProgressTask } from '../ports/progress.port.js';
import type { RunRepository } from '../ports/run.repository.port.js';
import type { HeldLock } from '../ports/store-lock.port.js';
import { BudgetGate } from './budget-gate.js';
import type { CostEstimator } from './cost-estimator.js';
import { DatasetGuard } from './dataset-guard.js';
import { expenseOf } from './expense-of.js';
import { JudgingMetrics } from './judging-metrics.js';
import type { RunPlan } from './plan-run.js';
import { ResultBuffer } from './result-buffer.js';
import type { EarlierResults } from './resume-run.js';
import type { RunBenchmarkPorts } from './run-benchmark.ports.js';
import { RunningEstimate } from './running-estimate.js';
import type { ResultContext } from './sample-results.js';
import { resultOf, turnedAway } from './sample-results.js';
import type { Expense, Spending } from './spending.js';

/** What judging works on. */
export interface JudgingTask {
  readonly run: BenchmarkRun;
  readonly plan: RunPlan;
  /** What is known from an earlier part of the run. */
  readonly earlier: EarlierResults;
  /** Told of everything that is spent, results or none. */
  readonly spending: Spending;
  /** Who would judge live, of a dry run: what that would cost is estimated. */
  readonly estimator: CostEstimator | undefined;
  readonly held: HeldLock;
  readonly signal: AbortSignal | undefined;
}

/** Hands samples to those who judge, within the budget, and keeps what comes back: in the table and in the store. */
export class JudgingDesk {
  readonly guard: DatasetGuard;
  readonly #buffer: ResultBuffer;
  readonly #metrics: JudgingMetrics;
  readonly #running = new RunningEstimate();
  /** Ends what is being judged. */
  #stop = new AbortController();

  constructor(
    private readonly ports: RunBenchmarkPorts,
    private readonly runs: RunRepository,
    private readonly task: JudgingTask,
    private readonly progress: ProgressTask,
  ) {
    const { run, plan, earlier } = task;
    this.guard = new DatasetGuard(ports.files, run.dataset, plan.fingerprint);
    this.#metrics = new JudgingMetrics(ports.metrics, run.scenario, run.judge.kind);
    this.#buffer = this.#resultBuffer();
    progress.advance(earlier.table.length);
  }

  /** Lets samples through as long as the budget lasts. */
  gate(source: AsyncIterable<PlacedSample>): BudgetGate {
    return new BudgetGate(source[Symbol.asyncIterator](), this.task.spending, (sample) => this.#needOf(sample));
  }

  /**
   * Has samples judged; gives each result when it is kept. Once one cannot be, nothing more is asked, and what is under way
   * is given up and counted before the failure is thrown.
   */
  async *judged(gate: BudgetGate, signal: AbortSignal | undefined): AsyncGenerator<SampleResult> {
    const stop = (this.#stop = new AbortController());
    const end = stop.abort.bind(stop);
    const either = signal === undefined ? stop.signal : AbortSignal.any([signal, stop.signal]);
    for await (const judged of this.ports.pool.judge(gate, this.#order(either))) {
      this.task.spending.settle(judged.sample.position, judged.judgement.usage);
      const result = stop.signal.aborted ? undefined : resultOf(judged, this.#contextOf(judged.sample));
      if (result === undefined) continue;
      await this.#take(result).catch(end);
      if (!stop.signal.aborted) yield result;
    }
    if (stop.signal.aborted) throw stop.signal.reason;
  }

  /** Keeps that a sample was not judged because the budget was used up. */
  async turnAway(sample: PlacedSample): Promise<void> {
    await this.#take(turnedAway(sample, this.task.run.budget, this.#contextOf(sample)));
  }

  /** Stores what waits. */
  async flush(): Promise<void> {
    this.#metrics.flush();
    await this.#buffer.flush();
  }

  /** A group that cannot be stored ends what is being judged: no other result may come for long. */
  #resultBuffer(): ResultBuffer {
    const atOnce = this.task.plan.judge.cost === 'metered';
    const save = (group: readonly SampleResult[]) => this.#save(group);
    return new ResultBuffer(save, this.ports.clock, atOnce, (error) => {
      this.#stop.abort(error);
    });
  }

  async #save(group: readonly SampleResult[]): Promise<void> {
    await this.task.held.assertHeld();
    await this.guard.check();
    await this.runs.saveResults(this.task.run.id, group);
  }

  async #take(result: SampleResult): Promise<void> {
    this.task.earlier.table.add(result);
    this.#running.add(result);
    this.#metrics.add(result);
    await this.#buffer.add(result);
    this.progress.advance(1, () => this.#running.toString());
  }

  #contextOf({ position }: PlacedSample): ResultContext {
    return { zone: this.task.plan.zone, spent: this.task.earlier.spentOn(position) };
  }

  #order(signal: AbortSignal | undefined): JudgingOrder {
    const { run, plan } = this.task;
    const { scenario, judge, concurrency } = plan;
    // Scores that are stored are the same however often one looks.
    const repeats = run.dryRun ? 1 : run.repeats;
    const allowance = this.task.spending.allowance.bind(this.task.spending);
    return { runId: run.id, scenario, judge, repeats, concurrency, allowance, signal };
  }

  #needOf({ record }: PlacedSample): Expense {
    const { run, plan } = this.task;
    // Reading stored scores is no call.
    if (run.judge.kind === 'stored') return { calls: 0, tokens: 0 };
    return expenseOf(plan.judge, record, run);
  }
}
