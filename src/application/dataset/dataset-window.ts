import type { BenchmarkDataset } from '../../domain/dataset/benchmark-dataset.js';
import { EtalonError } from '../../domain/errors/etalon-error.js';
import { TimeWindow } from '../../domain/time/time-window.js';
import { TimeZone } from '../../domain/time/time-zone.js';
import type { SampleQuery } from '../ports/sample.repository.port.js';

/**
 * The window of a recorded data set.
 *
 * @throws STORE_DOCUMENT_INVALID when the record holds a zone or a window that does not exist.
 */
export function windowOf(dataset: BenchmarkDataset): TimeWindow {
  const zone = TimeZone.named(dataset.timezone);
  const window = zone && TimeWindow.between(dataset.firstDay, dataset.lastDay, zone);
  if (window !== undefined) return window;
  const { name, firstDay: first, lastDay: last, timezone } = dataset;
  throw new EtalonError('STORE_DOCUMENT_INVALID', `Data set "${name}" is recorded with an impossible window or zone`, {
    details: { dataset: name, first, last, timezone },
  });
}

/** The query that finds the documents of a data set. */
export function queryOf(dataset: BenchmarkDataset, window: TimeWindow): SampleQuery {
  return { channels: dataset.channels, from: window.start, to: window.end };
}
