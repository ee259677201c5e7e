import type { BaselineChoice } from '../../domain/benchmark/benchmark-run.js';
import type { RunComparison } from '../../domain/benchmark/comparison/run-comparison.js';
import type { JudgeUsage } from '../../domain/benchmark/judge-usage.js';
import { addUsage, NO_USAGE } from '../../domain/benchmark/judge-usage.js';
import type { ResultTable } from '../../domain/benchmark/result-table.js';
import { EtalonError } from '../../domain/errors/etalon-error.js';
import type { PlacedSample } from '../ports/judge-pool.port.js';
import type { RunRepository } from '../ports/run.repository.port.js';
import { drawPositions } from './draw-positions.js';
import { EarlyStop } from './early-stop.js';
import { refuseInterrupted } from './interruption.js';
import type { JudgingTask } from './judging-desk.js';
import { JudgingDesk } from './judging-desk.js';
import type { RunBenchmarkPorts } from './run-benchmark.ports.js';
import { samplesLeft } from './samples-left.js';

/** The seed of `--limit` and of the order of early stopping: fixed, so that the same data always gives the same samples. */
const SEED = 1;
const LEAVES = { message: 'The judging was interrupted.', hint: 'Resume the run.' };

/** What came of judging. */
export interface JudgingOutcome {
  readonly table: ResultTable;
  readonly cost: JudgeUsage;
  readonly estimatedCost: JudgeUsage | null;
  /** Whether the budget was used up before the last sample. */
  readonly exhausted: boolean;
  /** The comparison with the baseline, when it was decided before the last sample. */
  readonly stopped: RunComparison | undefined;
}

/** Judges what a run has to judge, and stores each result as it is known; those that are known when it ends early too. */
export class RunJudging {
  readonly #drawn: ReadonlySet<number> | undefined;
  readonly #judgedFirst = new Set<number>();
  #estimated: JudgeUsage | null;

  constructor(
    private readonly ports: RunBenchmarkPorts,
    private readonly runs: RunRepository,
    private readonly task: JudgingTask,
  ) {
    const { dataset, limit } = task.run;
    const { estimator = 'unknown' } = task;
    this.#drawn = drawPositions(dataset.samples, limit, ports.random.seeded(SEED, 'benchmark-limit'));
    this.#estimated = estimator === 'unknown' ? null : NO_USAGE;
  }

  /**
   * @throws BENCHMARK_DATASET_CHANGED when the file is not the one that was scanned; INTERRUPTED; defects of the judge;
   * what store, lock and file throw.
   */
  async execute(): Promise<JudgingOutcome> {
    const { earlier } = this.task;
    const progress = this.ports.progress.start('Judging', this.#wanted);
    const desk = new JudgingDesk(this.ports, this.runs, this.task, progress);
    try {
      const stopped = await this.#judgeAll(desk);
      await desk.flush();
      const { usage: cost, exhausted } = this.task.spending;
      return { table: earlier.table, cost, exhausted, estimatedCost: this.#estimated, stopped };
    } catch (error) {
      throw await whatFailed(desk, error);
    } finally {
      progress.finish();
    }
  }

  async #judgeAll(desk: JudgingDesk): Promise<RunComparison | undefined> {
    const { baseline } = this.task.run;
    const decided = baseline?.earlyStop === true ? await this.#untilDecided(desk, baseline) : undefined;
    // Where nothing was left to judge, nothing was stopped: the run is worth its thresholds and the whole comparison.
    if (decided !== undefined && this.task.earlier.table.length < this.#wanted) return decided;
    await this.#throughTheFile(desk);
    return undefined;
  }

  get #wanted(): number {
    return this.#drawn?.size ?? this.task.run.dataset.samples;
  }

  /**
   * Judges what the baseline has too in a random order.
   *
   * @returns the comparison, once it is decided
   * @throws INTERRUPTED
   */
  async #untilDecided(desk: JudgingDesk, baseline: BaselineChoice): Promise<RunComparison | undefined> {
    const { run, plan, earlier } = this.task;
    const { path, kind } = run.dataset;
    const random = this.ports.random.seeded(SEED, 'benchmark-early-stop');
    const facts = { run, plan, baseline, drawn: this.#drawn, random };
    const stop = await EarlyStop.prepare(this.runs, this.ports.files.read(path, kind), facts);
    if (stop === undefined) return undefined;
    for await (const result of this.runs.results(run.id)) if (earlier.isDone(result.position)) stop.observe(result);
    const positions = stop.order.filter((position) => !earlier.isDone(position));
    if (stop.comparison === undefined) await this.#inOrder(desk, stop, this.ports.files.pick(path, kind, positions));
    return stop.comparison;
  }

  async #inOrder(desk: JudgingDesk, stop: EarlyStop, samples: AsyncIterable<PlacedSample>): Promise<void> {
    const { signal } = this.task;
    const decided = new AbortController();
    const either = signal === undefined ? decided.signal : AbortSignal.any([signal, decided.signal]);
    for await (const result of desk.judged(desk.gate(samples), either)) {
      this.#judgedFirst.add(result.position);
      stop.observe(result);
      // Judges that are still at work need not go on; what they cost is counted.
      if (stop.comparison !== undefined) decided.abort();
    }
    if (stop.comparison === undefined) refuseInterrupted(signal, LEAVES);
  }

  async #throughTheFile(desk: JudgingDesk): Promise<void> {
    const { run, earlier, signal } = this.task;
    const reading = this.ports.files.read(run.dataset.path, run.dataset.kind);
    const isDone = (position: number) => earlier.isDone(position) || this.#judgedFirst.has(position);
    const choice = { drawn: this.#drawn, isDone, heard: this.#estimate() };
    const gate = desk.gate(samplesLeft(reading, choice, this.ports.clock));
    const results = desk.judged(gate, signal);
    while ((await results.next()).done !== true);
    refuseInterrupted(signal, LEAVES);
    for await (const sample of gate.rest()) await desk.turnAway(sample);
    desk.guard.refuseOther(reading.sha256());
  }

  #estimate(): ((sample: PlacedSample) => void) | undefined {
    const { estimator, run } = this.task;
    if (estimator === undefined || typeof estimator === 'string') return undefined;
    return ({ record }) => {
      const usage = estimator.estimate?.(record) ?? NO_USAGE;
      for (let repeat = 0; repeat < run.repeats; repeat += 1)
        this.#estimated = addUsage(this.#estimated ?? NO_USAGE, usage);
    };
  }
}

/** Stores what was known when something failed. Should that fail as well, the first failure is the one to tell. */
async function whatFailed(desk: JudgingDesk, error: unknown): Promise<unknown> {
  await desk.flush().catch(() => undefined);
  // A line that could be read before and cannot now: the file is another one.
  if (error instanceof EtalonError && error.code.startsWith('BENCHMARK_DATASET'))
    return await desk.guard.check().then(
      () => error,
      (changed: unknown) => changed,
    );
  return error;
}
