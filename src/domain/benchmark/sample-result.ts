import type { Provenance } from '../dataset/provenance.js';
import type { CalendarDay } from '../time/calendar-day.js';

interface ResultBase {
  /** Its place in the data set, from 0. */
  readonly position: number;
  readonly sampleId: string;
  readonly channel: string;
  readonly day: CalendarDay;
  readonly provenance: Provenance;
  /** The pipeline's latency from the data set. */
  readonly latencySeconds: number;
}

/** What a judge made of one sample. A failure is never a low score. */
export type SampleResult =
  | (ResultBase & {
      readonly status: 'scored';
      /** By metric name, each in 0…1. */
      readonly scores: Readonly<Record<string, number>>;
      readonly notes: string;
    })
  | (ResultBase & { readonly status: 'unscored' | 'error'; readonly reason: string });
