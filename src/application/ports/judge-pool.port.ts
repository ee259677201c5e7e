import type { JudgeUsage } from '../../domain/benchmark/judge-usage.js';
import type { Scenario } from '../../domain/benchmark/scenario.js';
import type { CallAllowance, Judge, Judgement } from './judge.port.js';
import type { PickedSample } from './sample-files.port.js';

/** A sample on its way to a judge, with its place in the data set, from 0. */
export type PlacedSample = PickedSample;

/** What is asked of those who judge. */
export interface JudgingOrder {
  /** The run that it is for. */
  readonly runId: string;
  readonly scenario: Scenario;
  /** Who judges. A pool of other processes finds the same by kind and scenario, and knows it by model and prompt hash. */
  readonly judge: Judge;
  /** How often each sample is judged, ≥ 1. */
  readonly repeats: number;
  /** How many samples may be judged at the same time, ≥ 1. */
  readonly concurrency: number;
  /** What is left of the budget for more calls than one a judgement. */
  readonly allowance: (position: number) => CallAllowance;
  readonly signal: AbortSignal | undefined;
}

/** What came of a sample: one judgement, the means of its repeats where there were several. */
export interface JudgedSample {
  readonly sample: PlacedSample;
  readonly judgement: Judgement & {
    /** Of all repeats that were asked for, those of a sample without scores too. */
    readonly usage: JudgeUsage;
    /** Standard deviations among the repeats, by metric. */
    readonly spread?: Readonly<Record<string, number>>;
  };
  /** What judging took, in seconds. */
  readonly seconds: number;
}

/** Those who judge: this process, or others that take samples from a queue. */
export interface JudgePool {
  /**
   * Takes samples as it has room for them and gives each back as soon as it is judged, in any order. Once the signal is
   * aborted it takes no more, gives back what it took, `given_up` where that was not judged by then, and ends: so whatever
   * was spent is told. Of a judge that costs nothing it may leave out what was not judged.
   *
   * @throws defects of a judge, and what the source throws, after it gave back what it took as at an abort.
   */
  judge(samples: AsyncIterable<PlacedSample>, order: JudgingOrder): AsyncIterable<JudgedSample>;
}
