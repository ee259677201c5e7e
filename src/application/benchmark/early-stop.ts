import type { BaselineChoice, BenchmarkRun } from '../../domain/benchmark/benchmark-run.js';
import { EarlyStopping } from '../../domain/benchmark/comparison/early-stopping.js';
import type { RunComparison } from '../../domain/benchmark/comparison/run-comparison.js';
import { FEWEST_PAIRED, pairedShare } from '../../domain/benchmark/comparison/paired-results.js';
import { stoppedComparison } from '../../domain/benchmark/comparison/stopped-comparison.js';
import type { SampleResult } from '../../domain/benchmark/sample-result.js';
import { shuffled } from '../../domain/shared/shuffled.js';
import type { RandomSource } from '../../domain/shared/random-source.js';
import type { RunRepository } from '../ports/run.repository.port.js';
import type { SampleReading } from '../ports/sample-files.port.js';
import { COMPARISON_DEFAULTS } from './compare-runs.use-case.js';
import type { PairedPlaces } from './paired-places.js';
import { countingRule, pairedPlaces } from './paired-places.js';
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
  readonly #waiting = new Map<number, SampleResult>();
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
    const { run, baseline, drawn } = facts;
    const other = await runs.findRun(baseline.runId);
    const counts = countingRule(run.includeSynthetic && other?.includeSynthetic === true);
    const paired = await pairedPlaces(reading, runs.results(baseline.runId), { drawn, counts });
    if (pairedShare({ pairs: { length: paired.before.size }, unpaired: paired.unpaired }) < FEWEST_PAIRED)
      return undefined;
    return new EarlyStop(facts, shuffled([...paired.before.keys()], facts.random), paired);
  }

  /** What is decided, once it is. */
  get comparison(): RunComparison | undefined {
    return this.#comparison;
  }

  /** Takes in a result, whose turn may come later. */
  observe(result: SampleResult): void {
    this.#waiting.set(result.position, result);
    for (let b = this.#turn(); b !== undefined && this.#comparison === undefined; b = this.#turn()) {
      this.#next += 1;
      this.#waiting.delete(b.position);
      const a = this.paired.before.get(b.position);
      if (a !== undefined) this.#decide({ a, b });
    }
  }

  #turn(): SampleResult | undefined {
    return this.#waiting.get(this.order[this.#next] ?? -1);
  }

  #decide(pair: { readonly a: SampleResult; readonly b: SampleResult }): void {
    const decision = this.#stopping.observe(pair);
    if (decision === 'go on') return;
    const { run, baseline } = this.facts;
    const { margin, pinned: baselinePinned, runId: a } = baseline;
    const { unpaired } = this.paired;
    const facts = { a, b: run.id, margin, alpha: COMPARISON_DEFAULTS.alpha, baselinePinned, unpaired };
    this.#comparison = stoppedComparison(this.#stopping, decision, facts);
  }
}
