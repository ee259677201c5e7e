import type { CalendarDay } from '../time/calendar-day.js';
import type { SampleKind } from './sample.js';

const PREFIX: Readonly<Record<SampleKind, string>> = { digests: 'digest', review_reports: 'review' };

/** The id of the record of a channel's day: the same whenever and wherever the seed runs. */
export function sampleId(kind: SampleKind, channel: string, day: CalendarDay): string {
  return `${PREFIX[kind]}-${channel.slice(1)}-${day}`;
}
