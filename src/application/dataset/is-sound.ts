import type { DatasetReport } from '../../domain/dataset/coverage/dataset-report.js';

/** Says whether a data set holds what it must: every channel at the floor, no rejected record, stable counts. */
export function isSound({ channels, rejected, countsStable }: DatasetReport): boolean {
  return channels.length > 0 && !channels.some((one) => one.belowFloor) && rejected.length === 0 && countsStable;
}
