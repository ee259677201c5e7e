import type { CalendarDay } from '../time/calendar-day.js';
import type { BenchmarkRun } from './benchmark-run.js';
import type { SampleResult } from './sample-result.js';

/** The mean of a metric over the samples of one channel and day. */
export interface HeatCell {
  readonly channel: string;
  readonly day: CalendarDay;
  /** `null` where nothing was scored. */
  readonly mean: number | null;
  readonly n: number;
  /** Whether all of its samples are synthetic. */
  readonly synthetic: boolean;
}

/** A sample that a reader should look at. */
export interface NotableSample {
  readonly result: SampleResult;
  /** What was judged; `null` when the data set file is gone or is another one now. */
  readonly text: { readonly source: string; readonly summary: string } | null;
}

/** Everything that a report of a run shows. */
export interface RunReport {
  readonly run: BenchmarkRun;
  /** By metric; channels and days sorted. */
  readonly heat: Readonly<Record<string, readonly HeatCell[]>>;
  /** The worst first. */
  readonly worst: readonly NotableSample[];
}
