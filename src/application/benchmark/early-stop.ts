import type { BaselineChoice, BenchmarkRun } from '../../domain/benchmark/benchmark-run.js';
import { EarlyStopping } from '../../domain/benchmark/comparison/early-stopping.js';
import type { RunComparison } from '../../domain/benchmark/comparison/run-comparison.js';
import { stoppedComparison } from '../../domain/benchmark/comparison/stopped-comparison.js';
import type { SampleResult } from '../../domain/benchmark/sample-result.js';
import { shuffled } from '../../domain/shared/shuffled.js';
import type { RandomSource } from '../../domain/shared/random-source.js';
import type { RunRepository } from '../ports/run.repository.port.js';
import type { SampleReading } from '../ports/sample-files.port.js';
import { COMPARISON_DEFAULTS } from './compare-runs.use-case.js';
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
    private readonly before: ReadonlyMap<number, SampleResult>,
  ) {
    const { margin } = facts.baseline;
    const rule = { population: order.length, margin, alpha: COMPARISON_DEFAULTS.alpha };
    this.#stopping = new EarlyStopping(facts.plan.scenario.metrics, rule);
  }

  /** Finds the samples that both runs have and that count in both, and draws their order. */
  static async prepare(runs: RunRepository, reading: SampleReading, facts: EarlyStopFacts): Promise<EarlyStop> {
    const baseline = await runs.findRun(facts.baseline.runId);
    const synthetic = facts.run.includeSynthetic && baseline?.includeSynthetic === true;
    const known = new Map<string, SampleResult>();
    for await (const result of runs.results(facts.baseline.runId)) known.set(result.sampleId, result);
    const before = await paired(reading, known, { drawn: facts.drawn, synthetic });
    return new EarlyStop(facts, shuffled([...before.keys()], facts.random), before);
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
      const a = this.before.get(b.position);
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
    const facts = { a, b: run.id, margin, alpha: COMPARISON_DEFAULTS.alpha, baselinePinned };
    this.#comparison = stoppedComparison(this.#stopping, decision, facts);
  }
}

interface PairingChoice {
  readonly drawn: ReadonlySet<number> | undefined;
  readonly synthetic: boolean;
}

/** The baseline's results by the places that their samples have in this run. */
async function paired(
  reading: SampleReading,
  known: ReadonlyMap<string, SampleResult>,
  { drawn, synthetic }: PairingChoice,
): Promise<ReadonlyMap<number, SampleResult>> {
  const found = new Map<number, SampleResult>();
  let position = 0;
  for await (const { record } of reading) {
    const before = known.get(record.sampleId);
    const counts = synthetic || record.metadata.provenance !== 'synthetic';
    if (before !== undefined && counts && drawn?.has(position) !== false) found.set(position, before);
    position += 1;
  }
  return found;
}
