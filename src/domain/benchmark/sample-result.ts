import type { Provenance } from '../dataset/provenance.js';
import type { CalendarDay } from '../time/calendar-day.js';
import type { JudgeUsage } from './judge-usage.js';

/**
 * How a judge failed: `refused` to answer, answered `malformed` things, `timed_out`, or `failed` otherwise (away, an
 * error of the server).
 */
export type JudgeFault = 'refused' | 'malformed' | 'timed_out' | 'failed';

interface ResultBase {
  /** Its place in the data set, from 0. */
  readonly position: number;
  readonly sampleId: string;
  readonly channel: string;
  readonly day: CalendarDay;
  readonly provenance: Provenance;
  /** The pipeline's latency from the data set. */
  readonly latencySeconds: number;
  /** What judging it cost, all repeats together. */
  readonly usage: JudgeUsage;
  /** Seconds that the judge took, cached answers with none. */
  readonly judgeSeconds: number;
}

/** What a judge made of one sample. A failure is never a low score. */
export type SampleResult =
  | (ResultBase & {
      readonly status: 'scored';
      /** By metric name, each in 0…1; the means where the sample was judged several times. */
      readonly scores: Readonly<Record<string, number>>;
      /** The standard deviations among the repeats, by metric; left out where the sample was judged once. */
      readonly spread?: Readonly<Record<string, number>>;
      readonly notes: string;
    })
  | (ResultBase & {
      readonly status: 'unscored';
      /** Whether it was never judged because the budget was used up. */
      readonly turnedAway?: true;
      readonly reason: string;
    })
  | (ResultBase & { readonly status: 'error'; readonly fault: JudgeFault; readonly reason: string });
