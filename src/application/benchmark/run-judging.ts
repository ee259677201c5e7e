import type { BenchmarkRun } from '../../domain/benchmark/benchmark-run.js';
import type { JudgeUsage } from '../../domain/benchmark/judge-usage.js';
import { addUsage, NO_USAGE } from '../../domain/benchmark/judge-usage.js';
import type { ResultTable } from '../../domain/benchmark/result-table.js';
import type { SampleResult } from '../../domain/benchmark/sample-result.js';
import { EtalonError } from '../../domain/errors/etalon-error.js';
import type { ExportRecord } from '../../domain/export/export-record.js';
import type { TimeZone } from '../../domain/time/time-zone.js';
import type { JudgedSample, JudgingOrder, PlacedSample } from '../ports/judge-pool.port.js';
import type { Judge } from '../ports/judge.port.js';
import type { ProgressTask } from '../ports/progress.port.js';
import type { RunRepository } from '../ports/run.repository.port.js';
import type { HeldLock } from '../ports/store-lock.port.js';
import { BudgetGate } from './budget-gate.js';
import { DatasetGuard } from './dataset-guard.js';
import { drawPositions } from './draw-positions.js';
import { JudgingMetrics } from './judging-metrics.js';
import type { RunPlan } from './plan-run.js';
import { ResultBuffer } from './result-buffer.js';
import type { EarlierResults } from './resume-run.js';
import type { RunBenchmarkPorts } from './run-benchmark.ports.js';
import { RunningEstimate } from './running-estimate.js';
import type { SampleChoice } from './samples-left.js';
import { samplesLeft } from './samples-left.js';
import type { Expense } from './spending.js';
import { Spending } from './spending.js';

/** The seed of `--limit`: fixed, so that the same data and limit always give the same samples. */
const LIMIT_SEED = 1;

/** What judging works on. */
export interface JudgingTask {
  readonly run: BenchmarkRun;
  readonly plan: RunPlan;
  /** What is known from an earlier part of the run. */
  readonly earlier: EarlierResults;
  /** Who would judge live, of a dry run: what that would cost is estimated. */
  readonly estimator: Judge | undefined;
  readonly held: HeldLock;
  readonly signal: AbortSignal | undefined;
}

/** What came of judging. */
export interface JudgingOutcome {
  readonly table: ResultTable;
  readonly cost: JudgeUsage;
  readonly estimatedCost: JudgeUsage | null;
  /** Whether the budget was used up before the last sample. */
  readonly exhausted: boolean;
}

/** Judges what a run has to judge, and stores each result as it is known; those that are known when it ends early too. */
export class RunJudging {
  readonly #table: ResultTable;
  readonly #spending: Spending;
  readonly #guard: DatasetGuard;
  readonly #buffer: ResultBuffer;
  readonly #running = new RunningEstimate();
  readonly #metrics: JudgingMetrics;
  #estimated: JudgeUsage | null;

  constructor(
    private readonly ports: RunBenchmarkPorts,
    private readonly runs: RunRepository,
    private readonly task: JudgingTask,
  ) {
    const { run, plan, earlier } = task;
    this.#table = earlier.table;
    this.#spending = new Spending(run.budget, earlier.usage);
    this.#guard = new DatasetGuard(ports.files, run.dataset, plan.fingerprint);
    this.#metrics = new JudgingMetrics(ports.metrics, run.scenario, run.judge.kind);
    this.#estimated = run.dryRun ? NO_USAGE : null;
    this.#buffer = new ResultBuffer((group) => this.#save(group), ports.clock, plan.judge.cost === 'metered');
  }

  /**
   * @throws BENCHMARK_DATASET_CHANGED when the file is not the one that was scanned; INTERRUPTED; defects of the judge;
   * what store, lock and file throw.
   */
  async execute(): Promise<JudgingOutcome> {
    try {
      await this.#judgeAll();
      await this.#buffer.flush();
    } catch (error) {
      // Should this fail as well, the first failure is the one to tell.
      await this.#buffer.flush().catch(() => undefined);
      // A line that could be read before and cannot now: the file is another one.
      if (error instanceof EtalonError && error.code.startsWith('BENCHMARK_DATASET')) await this.#guard.check();
      throw error;
    }
    const { usage: cost, exhausted } = this.#spending;
    return { table: this.#table, cost, exhausted, estimatedCost: this.#estimated };
  }

  async #save(group: readonly SampleResult[]): Promise<void> {
    await this.task.held.assertHeld();
    await this.#guard.check();
    await this.runs.saveResults(this.task.run.id, group);
  }

  async #judgeAll(): Promise<void> {
    const { path, samples, kind } = this.task.run.dataset;
    const reading = this.ports.files.read(path, kind);
    const drawn = this.#drawn();
    const source = samplesLeft(reading, this.#choice(drawn), this.ports.clock);
    const gate = new BudgetGate(source, this.#spending, (sample) => this.#needOf(sample));
    const progress = this.ports.progress.start('Judging', drawn?.size ?? samples);
    progress.advance(this.#table.length);
    await this.#through(gate, progress).finally(() => {
      progress.finish();
      this.#metrics.flush();
    });
    this.#guard.refuseOther(reading.sha256());
  }

  async #through(gate: BudgetGate, progress: ProgressTask): Promise<void> {
    for await (const judged of this.ports.pool.judge(gate, this.#order())) {
      await this.#take(this.#resultOf(judged));
      progress.advance(1, () => this.#running.toString());
    }
    for await (const sample of gate.rest()) await this.#take(this.#turnedAway(sample));
  }

  #drawn(): ReadonlySet<number> | undefined {
    const { dataset, limit } = this.task.run;
    return drawPositions(dataset.samples, limit, this.ports.random.seeded(LIMIT_SEED, 'benchmark-limit'));
  }

  #choice(drawn: ReadonlySet<number> | undefined): SampleChoice {
    const { estimator, earlier, run } = this.task;
    const estimate = ({ record }: PlacedSample) => {
      for (let repeat = 0; repeat < run.repeats; repeat += 1) this.#addEstimate(estimator?.estimate?.(record));
    };
    return { drawn, isDone: earlier.isDone, heard: estimator === undefined ? undefined : estimate };
  }

  #addEstimate(usage: JudgeUsage = NO_USAGE): void {
    this.#estimated = addUsage(this.#estimated ?? NO_USAGE, usage);
  }

  #order(): JudgingOrder {
    const { run, plan, signal } = this.task;
    const { scenario, judge, concurrency } = plan;
    // Scores that are stored are the same however often one looks.
    const repeats = run.dryRun ? 1 : run.repeats;
    const allowance = this.#spending.allowance.bind(this.#spending);
    return { runId: run.id, scenario, judge, repeats, concurrency, allowance, signal };
  }

  #needOf({ record }: PlacedSample): Expense {
    const { run, plan } = this.task;
    if (run.budget.tokens === null) return { calls: run.repeats, tokens: 0 };
    const { tokensIn, tokensOut } = plan.judge.estimate?.(record) ?? NO_USAGE;
    return { calls: run.repeats, tokens: (tokensIn + tokensOut) * run.repeats };
  }

  #resultOf({ sample, judgement, seconds }: JudgedSample): SampleResult {
    const { position, record } = sample;
    this.#spending.settle(position, judgement.usage);
    const usage = addUsage(this.task.earlier.spentOn(position), judgement.usage);
    return { position, ...identityOf(record, this.task.plan.zone), ...judgement, usage, judgeSeconds: seconds };
  }

  #turnedAway({ position, record }: PlacedSample): SampleResult {
    const { calls, tokens } = this.task.run.budget;
    const bounds = [calls === null ? [] : `${calls} calls`, tokens === null ? [] : `${tokens} tokens`].flat();
    const reason = `the budget of ${bounds.join(' and ')} was used up`;
    const cost = { usage: this.task.earlier.spentOn(position), judgeSeconds: 0 };
    return { position, ...identityOf(record, this.task.plan.zone), status: 'unscored', reason, ...cost };
  }

  async #take(result: SampleResult): Promise<void> {
    this.#table.add(result);
    this.#running.add(result);
    this.#metrics.add(result);
    await this.#buffer.add(result);
  }
}

function identityOf(record: ExportRecord, zone: TimeZone) {
  return {
    sampleId: record.sampleId,
    channel: record.channel,
    day: zone.dayOf(record.timestamp),
    provenance: record.metadata.provenance,
    latencySeconds: record.latencySeconds,
  };
}
