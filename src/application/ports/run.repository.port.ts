import type { BenchmarkRun } from '../../domain/benchmark/benchmark-run.js';
import type { SampleResult } from '../../domain/benchmark/sample-result.js';

/** `position`: as the samples stand in the data set; `id`: by sample id, texts compared by their UTF-8 bytes. */
export type ResultOrder = 'position' | 'id';

/** Benchmark runs and their results, one a sample. */
export interface RunRepository {
  saveRun(run: BenchmarkRun): Promise<void>;
  findRun(id: string): Promise<BenchmarkRun | undefined>;
  /** The newest first. */
  listRuns(limit: number): Promise<readonly BenchmarkRun[]>;
  /** The run of a scenario that was pinned last. */
  pinnedRun(scenario: string): Promise<BenchmarkRun | undefined>;
  /** Removes a run, its results first; one that is not there is no fault. */
  deleteRun(id: string): Promise<void>;
  /** Writes results by (run, sample), durably when it returns. */
  saveResults(runId: string, results: readonly SampleResult[]): Promise<void>;
  /** The results of a run one after the other, a few at a time; by position unless said otherwise. */
  results(runId: string, order?: ResultOrder): AsyncIterable<SampleResult>;
}
