import type { DayCount, SampleQuery } from '../../../application/ports/sample.repository.port.js';
import type { Provenance } from '../../../domain/dataset/provenance.js';
import type { SampleKind } from '../../../domain/dataset/sample.js';
import type { CalendarDay } from '../../../domain/time/calendar-day.js';
import type { TimeWindow } from '../../../domain/time/time-window.js';
import { SAMPLE_FIELDS } from '../documents/sample-fields.js';
import type { DaySegment } from './day-segments.js';
import { daySegments } from './day-segments.js';
import type { MongoDocument } from './mongo-connection.js';
import { findStages, provenanceOf } from './sample-stages.js';

const MS_PER_DAY = 86_400_000;

/** A group of the answer; `day` is the place in the window, from 0. */
export interface CountedGroup {
  readonly _id: { readonly channel: string; readonly day: number; readonly provenance: Provenance };
  readonly count: number;
}

/**
 * The aggregation that counts by channel, day of the window and provenance. Days come from our own bounds, not from the
 * server's time zone database, so that every store gives the same answer.
 */
export function countStages(
  kind: SampleKind,
  query: SampleQuery,
  window: TimeWindow,
  dateField: string,
): MongoDocument[] {
  return [
    ...findStages(kind, inside(query, window), dateField),
    { $group: { _id: groupOf(kind, window, dateField), count: { $sum: 1 } } },
    { $sort: { '_id.channel': 1, '_id.day': 1, '_id.provenance': 1 } },
  ];
}

function groupOf(kind: SampleKind, window: TimeWindow, dateField: string): MongoDocument {
  return {
    channel: `$${SAMPLE_FIELDS[kind].channel}`,
    day: dayIndex(daySegments(window), dateField),
    provenance: provenanceOf(kind),
  };
}

function inside(query: SampleQuery, { start, end }: TimeWindow): SampleQuery {
  return { ...query, from: Math.max(query.from ?? start, start), to: Math.min(query.to ?? end, end) };
}

/** Reads a group of the answer. */
export function toDayCount({ _id, count }: CountedGroup, days: readonly CalendarDay[]): DayCount {
  const day = days[_id.day];
  if (day === undefined) throw new RangeError(`Day ${_id.day} lies outside the window.`);
  return { channel: _id.channel, day, provenance: _id.provenance, count };
}

function dayIndex(segments: readonly DaySegment[], dateField: string): MongoDocument {
  const branches = segments.map((segment, place) => {
    const next = segments[place + 1];
    return {
      case: next === undefined ? true : { $lt: [`$${dateField}`, new Date(next.start)] },
      then: indexWithin(segment, dateField),
    };
  });
  return { $switch: { branches, default: -1 } };
}

/** The last day of a segment may have 25 hours, hence the cap. */
function indexWithin({ start, index, days }: DaySegment, dateField: string): MongoDocument {
  const elapsed = { $subtract: [`$${dateField}`, new Date(start)] };
  const day = { $min: [{ $floor: { $divide: [elapsed, MS_PER_DAY] } }, days - 1] };
  return { $add: [day, index] };
}
