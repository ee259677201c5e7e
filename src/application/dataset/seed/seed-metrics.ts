import type { DatasetReport } from '../../../domain/dataset/coverage/dataset-report.js';
import { PROVENANCES } from '../../../domain/dataset/provenance.js';
import type { Sample } from '../../../domain/dataset/sample.js';
import type { MetricsPort } from '../../ports/metrics.port.js';

const COUNTERS = {
  digests: 'benchmark_digest_records_total',
  review_reports: 'benchmark_review_records_total',
} as const;

/** Counts records that were inserted or updated. */
export function countSeeded(metrics: MetricsPort, samples: readonly Sample[]): void {
  for (const { kind, channel, metadata } of samples) {
    metrics.increment(COUNTERS[kind], { channel, provenance: metadata.provenance });
  }
}

/** Shows what the store holds, and the floor; channels to which this seed added nothing show counters of 0. */
export function gaugeHoldings(metrics: MetricsPort, report: DatasetReport): void {
  const { dataset } = report;
  metrics.set('benchmark_dataset_floor', { dataset }, report.floor);
  for (const { channel, kind, provenance, count } of report.holdings) {
    metrics.set('benchmark_dataset_records', { dataset, kind, channel, provenance }, count);
  }
  for (const { channel } of report.channels) {
    for (const provenance of PROVENANCES.filter((one) => one !== 'unmarked')) {
      for (const counter of Object.values(COUNTERS)) metrics.increment(counter, { channel, provenance }, 0);
    }
  }
}
