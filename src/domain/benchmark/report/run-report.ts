import type { CalendarDay } from '../../time/calendar-day.js';
import type { BenchmarkRun } from '../benchmark-run.js';
import type { SampleResult } from '../sample-result.js';

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

/** How many values lie in [from, to); the last bin of a scale that ends holds its end. */
export interface HistogramBin {
  readonly from: number;
  readonly to: number;
  readonly count: number;
}

/** The means of one channel, or of one day, over the samples that count. */
export interface GroupMeans {
  readonly name: string;
  readonly n: number;
  /** By metric; `null` where nothing was scored. */
  readonly means: Readonly<Record<string, number | null>>;
}

/** A sample that a reader should look at. */
export interface NotableSample {
  readonly result: SampleResult;
  /** What was judged; `null` when the data set file is gone or is another one now. */
  readonly text: { readonly source: string; readonly summary: string } | null;
}

/** What the results of a run look like beyond their means. */
export interface ResultPicture {
  /** By metric; channels and days sorted. Metrics that nothing was scored on are left out. */
  readonly heat: Readonly<Record<string, readonly HeatCell[]>>;
  /** By metric, scores in steps of 0.05; of the samples that count. */
  readonly distributions: Readonly<Record<string, readonly HistogramBin[]>>;
  /** Seconds, eight bins a decade; of the samples that count. */
  readonly latency: readonly HistogramBin[];
  readonly channels: readonly GroupMeans[];
  readonly days: readonly GroupMeans[];
}

/** Everything that a report of a run shows. */
export interface RunReport extends ResultPicture {
  readonly run: BenchmarkRun;
  /** The worst first. */
  readonly worst: readonly NotableSample[];
  /** The best first. */
  readonly best: readonly NotableSample[];
}
