import type { BaselineChoice, BenchmarkRun } from '../../domain/benchmark/benchmark-run.js';
import type { ScoredPair } from '../../domain/benchmark/comparison/early-stopping.js';
import { EarlyStopping } from '../../domain/benchmark/comparison/early-stopping.js';
import type { RunComparison } from '../../domain/benchmark/comparison/run-comparison.js';
import { FEWEST_PAIRED, pairedShare } from '../../domain/benchmark/comparison/paired-results.js';
import { stoppedComparison } from '../../domain/benchmark/comparison/stopped-comparison.js';
import type { SampleResult } from '../../domain/benchmark/sample-result.js';
import { scoresOf } from '../../domain/benchmark/score-columns.js';
import { shuffled } from '../../domain/shared/shuffled.js';
import type { RandomSource } from '../../domain/shared/random-source.js';
import type { RunRepository } from '../ports/run.repository.port.js';
import type { SampleReading } from '../ports/sample-files.port.js';
import { COMPARISON_DEFAULTS } from './compare-runs.use-case.js';
import type { PairedPlaces } from './paired-places.js';
import { pairedPlaces } from './paired-places.js';
import type { RunPlan } from './plan-run.js';

/** What early stopping is made from. */
export interface EarlyStopFacts {
  readonly run: BenchmarkRun;
  readonly plan: RunPlan;
  readonly baseline: BaselineChoice;
  /** The places that were drawn; all when left out. */
  readonly drawn: ReadonlySet<number> | undefined;
  readonly random: RandomSource;
}

/**
 * The samples that a run has in common with its baseline in a seeded random order, and what their results decide. Results
 * are looked at in that order, whichever comes first: judges may answer good samples faster than bad ones.
 */
export class EarlyStop {
  readonly #waiting = new Map<number, Omit<ScoredPair, 'before'>>();
  readonly #stopping: EarlyStopping;
  #next = 0;
  #comparison: RunComparison | undefined;

  private constructor(
    private readonly facts: EarlyStopFacts,
    /** The places of the samples, in the order in which they are judged. */
    readonly order: readonly number[],
    private readonly paired: PairedPlaces,
  ) {
    const { margin } = facts.baseline;
    const rule = { population: order.length, margin, alpha: COMPARISON_DEFAULTS.alpha };
    this.#stopping = new EarlyStopping(facts.plan.scenario.metrics, rule);
  }

  /**
   * Finds the samples that both runs have and that count in both, and draws their order.
   *
   * @returns `undefined` when too few of the samples are in both runs: nothing can be decided then, early or late
   */
  static async prepare(
    runs: RunRepository,
    reading: SampleReading,
    facts: EarlyStopFacts,
  ): Promise<EarlyStop | undefined> {
    const { run, plan, baseline, drawn } = facts;
    const other = await runs.findRun(baseline.runId);
    const synthetic = run.includeSynthetic && other?.includeSynthetic === true;
    const metrics = plan.scenario.metrics.map(({ name }) => name);
    const paired = await pairedPlaces(reading, runs.results(baseline.runId), { metrics, drawn, synthetic });
    const { rows, unpaired } = paired;
    if (pairedShare({ pairs: { length: rows.size }, unpaired }) < FEWEST_PAIRED) return undefined;
    return new EarlyStop(facts, shuffled([...rows.keys()], facts.random), paired);
  }

  /** What is decided, once it is. */
  get comparison(): RunComparison | undefined {
    return this.#comparison;
  }

  /** Takes in a result, whose turn may come later. */
  observe(result: SampleResult): void {
    if (!this.paired.rows.has(result.position)) return;
    this.#waiting.set(result.position, { now: scoresOf(result), day: result.day });
    while (this.#comparison === undefined) {
      const pair = this.#turn();
      if (pair === undefined) return;
      this.#decide(pair);
    }
  }

  /** The pair whose turn it is, once it is known. */
  #turn(): ScoredPair | undefined {
    const position = this.order[this.#next] ?? -1;
    const [known, row] = [this.#waiting.get(position), this.paired.rows.get(position)];
    if (known === undefined || row === undefined) return undefined;
    this.#waiting.delete(position);
    this.#next += 1;
    return { ...known, before: this.paired.scores.row(row) };
  }

  #decide(pair: ScoredPair): void {
    const decision = this.#stopping.observe(pair);
    if (decision === 'go on') return;
    const { run, baseline } = this.facts;
    const { margin, pinned: baselinePinned, runId: a } = baseline;
    const { unpaired } = this.paired;
    const facts = { a, b: run.id, margin, alpha: COMPARISON_DEFAULTS.alpha, baselinePinned, unpaired };
    this.#comparison = stoppedComparison(this.#stopping, decision, facts);
  }
}
