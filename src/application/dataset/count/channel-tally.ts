import type { ChannelCoverage } from '../../../domain/dataset/coverage/dataset-report.js';
import type { Provenance } from '../../../domain/dataset/provenance.js';
import type { SampleKind } from '../../../domain/dataset/sample.js';
import type { CalendarDay } from '../../../domain/time/calendar-day.js';
import type { TimeWindow } from '../../../domain/time/time-window.js';
import type { DayCount } from '../../ports/sample.repository.port.js';

/** The counts of one channel while they come in. */
export class ChannelTally {
  readonly #kinds: Record<SampleKind, number> = { digests: 0, review_reports: 0 };
  readonly #provenances: Record<Provenance, number> = { imported: 0, synthetic: 0, unmarked: 0 };
  readonly #digestDays = new Set<CalendarDay>();

  constructor(readonly channel: string) {}

  add(kind: SampleKind, { provenance, day, count }: DayCount): void {
    this.#kinds[kind] += count;
    this.#provenances[provenance] += count;
    if (kind === 'digests') this.#digestDays.add(day);
  }

  coverage(window: TimeWindow, floor: number, contentHash: string): ChannelCoverage {
    const { digests, review_reports: reviewReports } = this.#kinds;
    return {
      channel: this.channel,
      digests,
      reviewReports,
      ...this.#provenances,
      daysCovered: this.#digestDays.size,
      missingDays: window.list().filter((day) => !this.#digestDays.has(day)),
      belowFloor: digests < floor || reviewReports < floor,
      contentHash,
    };
  }
}
