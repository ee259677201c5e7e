import type { CalendarDay } from '../time/calendar-day.js';
import type { Instant } from '../time/instant.js';

/** The record of a seeded or adopted data set: which documents belong to it and what it must hold. */
export interface BenchmarkDataset {
  readonly name: string;
  readonly origin: 'seeded' | 'adopted';
  /** `seeding` from the first write of a seed until its last: what a killed seed leaves behind. */
  readonly status: 'seeding' | 'complete';
  readonly firstDay: CalendarDay;
  readonly lastDay: CalendarDay;
  readonly timezone: string;
  /** Its channels, sorted. */
  readonly channels: readonly string[];
  /** Where seeds under this name have left documents, when that is more than the data set has now. */
  readonly footprint?: Pick<BenchmarkDataset, 'channels' | 'firstDay' | 'lastDay'>;
  /** Records of each kind that every channel must have. */
  readonly floor: number;
  readonly seed: number;
  readonly digester: { readonly name: string; readonly version: string };
  /** `null` until the data set is complete. */
  readonly datasetHash: string | null;
  readonly scoresHash: string | null;
  readonly updatedAt: Instant;
}
