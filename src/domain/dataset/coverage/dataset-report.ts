import type { CalendarDay } from '../../time/calendar-day.js';
import type { TimeWindow } from '../../time/time-window.js';
import type { Provenance } from '../provenance.js';
import type { SampleKind } from '../sample.js';
import type { RuleViolation } from '../validation/rule-violation.js';

/** How many records there are, of which kind and of which provenance; both kinds count into the provenances. */
export interface RecordTotals {
  readonly digests: number;
  readonly reviewReports: number;
  readonly imported: number;
  readonly synthetic: number;
  readonly unmarked: number;
}

/** What a data set holds of one channel. */
export interface ChannelCoverage extends RecordTotals {
  readonly channel: string;
  /** Days of the window that have a digest. */
  readonly daysCovered: number;
  readonly missingDays: readonly CalendarDay[];
  /** True when digests or review reports are fewer than the floor. */
  readonly belowFloor: boolean;
  /** SHA-256 over the contents of the channel's records. */
  readonly contentHash: string;
}

/** A record that breaks rules. */
export interface RejectedRecord {
  readonly id: string;
  readonly channel: string;
  readonly rules: readonly RuleViolation[];
}

/** Records of one kind and provenance that a channel has. */
export interface Holding {
  readonly channel: string;
  readonly kind: SampleKind;
  readonly provenance: Provenance;
  readonly count: number;
}

/** What a data set holds, counted in the store: the answer of a seed and of a verification. */
export interface DatasetReport {
  readonly dataset: string;
  readonly window: TimeWindow;
  /** The store, for people: its kind and where it is. */
  readonly store: string;
  readonly floor: number;
  /** SHA-256 over the contents of all records in the order (channel, created_at, id), digests first. */
  readonly datasetHash: string;
  /** SHA-256 over all judge scores in the same order; `null` when no record has any. */
  readonly scoresHash: string | null;
  readonly totals: RecordTotals & { readonly rejected: number };
  readonly channels: readonly ChannelCoverage[];
  /** The same counts by kind and provenance. */
  readonly holdings: readonly Holding[];
  readonly rejected: readonly RejectedRecord[];
  /** True when two counts in a row agree with each other and with what was read. */
  readonly countsStable: boolean;
}
