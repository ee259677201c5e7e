import type { MetricLabels, MetricName } from '../../domain/observability/metric-catalogue.js';

/** Counts and measures what happens, under the names of the catalogue and no others. */
export interface MetricsPort {
  /** Adds to a counter; `by` ≥ 0, 1 unless told. */
  increment(name: MetricName, labels: MetricLabels, by?: number): void;
  /** Sets a gauge. */
  set(name: MetricName, labels: MetricLabels, value: number): void;
  /** Adds an observation to a histogram; durations in seconds. */
  observe(name: MetricName, labels: MetricLabels, value: number): void;
  /** Everything so far in the Prometheus text format. */
  exposition(): Promise<string>;
}
