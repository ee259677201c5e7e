import type { DigestSample } from '../../domain/dataset/digest-sample.js';
import type { JudgeScores } from '../../domain/dataset/judge-scores.js';
import type { Provenance } from '../../domain/dataset/provenance.js';
import type { ReviewReportSample } from '../../domain/dataset/review-report-sample.js';
import type { Sample } from '../../domain/dataset/sample.js';
import type { CalendarDay } from '../../domain/time/calendar-day.js';
import type { Instant } from '../../domain/time/instant.js';
import type { ExportSource } from '../../domain/export/export-source.js';
import type { TimeWindow } from '../../domain/time/time-window.js';

/** Which documents are meant; everything left out means all. */
export interface SampleQuery {
  /** Channels as documents carry them; an empty list means none. */
  readonly channels?: readonly string[];
  /** First moment, included. */
  readonly from?: Instant;
  /** Last moment, included. */
  readonly to?: Instant;
  readonly language?: string;
  /** Leaves out records that are marked synthetic; unmarked ones stay. */
  readonly realOnly?: boolean;
}

/** A document that cannot be read as a record, with what is wrong in its message. */
export type OnUnreadable = (id: string, error: Error) => void;

/** `channel`: by (channel, created_at, id); `time`: by (created_at, id). Strings compare by their UTF-8 bytes. */
export type SampleOrder = 'channel' | 'time';

/** The first and last moment of what a query finds, and how many documents that is. */
export interface SampleSpan {
  readonly first: Instant;
  readonly last: Instant;
  readonly count: number;
}

/** What an upsert did; their sum is the number of records handed in. */
export interface UpsertCounts {
  readonly inserted: number;
  readonly updated: number;
  readonly unchanged: number;
}

/** How many documents of one provenance a channel has on one day. */
export interface DayCount {
  readonly channel: string;
  readonly day: CalendarDay;
  readonly provenance: Provenance;
  readonly count: number;
}

/**
 * The documents of one kind. All methods fail with `STORE_UNAVAILABLE`, `STORE_AUTH_FAILED`, `STORE_CORRUPT` or
 * `STORE_READ_ONLY` when the store does.
 */
export interface SampleRepository<S extends Sample> {
  /**
   * Writes records by id, durably when it returns: new ones are inserted, changed ones replaced, equal ones left alone.
   * A batch that fails leaves the store with whole records only, and writing it again completes it.
   *
   * @throws STORE_DOCUMENT_INVALID before anything of the batch is written, when a record breaks the document schema;
   *   STORE_DOCUMENT_TOO_LARGE likewise.
   */
  upsertMany(samples: readonly S[]): Promise<UpsertCounts>;
  /**
   * Writes a judge's scores, by id, into documents that have none, durably when it returns; whatever else they hold stays
   * as it is, and other scores are never replaced. Says how many documents that were.
   */
  saveScores(scores: ReadonlyMap<string, JudgeScores>): Promise<number>;
  /**
   * Reads records in a stable order, a few at a time, however many there are.
   *
   * @param onUnreadable - told of documents that cannot be read as records, which are then passed over.
   * @throws STORE_DOCUMENT_INVALID at such a document when nobody wants to be told.
   */
  stream(query: SampleQuery, order: SampleOrder, onUnreadable?: OnUnreadable): AsyncIterable<S>;
  /**
   * Reads them by time as an export needs them, where a store can do that faster than by way of {@link stream}. The lines
   * that come of it are the same.
   *
   * @throws as {@link stream}
   */
  exportSources?(query: SampleQuery, onUnreadable?: OnUnreadable): AsyncIterable<ExportSource>;
  /** Counts by aggregation inside the store: by channel, calendar day of the window's zone, and provenance, in that order. */
  countByDay(query: SampleQuery, window: TimeWindow): Promise<readonly DayCount[]>;
  /** `undefined` when the query finds nothing. */
  span(query: SampleQuery): Promise<SampleSpan | undefined>;
  /** The channels that have documents, sorted. */
  channels(): Promise<readonly string[]>;
  /** The records with these ids, as many as there are, by id. At most a few hundred ids a call. */
  findMany(ids: readonly string[]): Promise<ReadonlyMap<string, S>>;
  /** Deletes documents by id; says how many were there. */
  deleteMany(ids: readonly string[]): Promise<number>;
}

export type DigestRepository = SampleRepository<DigestSample>;
export type ReviewReportRepository = SampleRepository<ReviewReportSample>;
