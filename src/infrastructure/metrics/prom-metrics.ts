import { Counter, Gauge, Histogram, Registry } from 'prom-client';
import type { MetricsPort } from '../../application/ports/metrics.port.js';
import type { MetricLabels, MetricName } from '../../domain/observability/metric-catalogue.js';
import { METRIC_CATALOGUE } from '../../domain/observability/metric-catalogue.js';
import type { ObservabilityPolicy } from '../../domain/observability/observability-policy.js';

/** Metrics in a registry of their own. A metric enters it when it is first recorded: what never happened is not shown. */
export class PromMetrics implements MetricsPort {
  readonly #registry = new Registry();
  readonly #counters = new Map<MetricName, Counter>();
  readonly #gauges = new Map<MetricName, Gauge>();
  readonly #histograms = new Map<MetricName, Histogram>();

  constructor(private readonly policy: ObservabilityPolicy) {}

  increment(name: MetricName, labels: MetricLabels, by = 1): void {
    const admitted = this.policy.admit({ name, type: 'counter', labels, value: by });
    if (admitted === undefined) return;
    remembered(this.#counters, name, () => new Counter(this.#shape(name))).inc(admitted.labels, by);
  }

  set(name: MetricName, labels: MetricLabels, value: number): void {
    const admitted = this.policy.admit({ name, type: 'gauge', labels, value });
    if (admitted === undefined) return;
    remembered(this.#gauges, name, () => new Gauge(this.#shape(name))).set(admitted.labels, value);
  }

  observe(name: MetricName, labels: MetricLabels, value: number): void {
    const admitted = this.policy.admit({ name, type: 'histogram', labels, value });
    if (admitted === undefined) return;
    const buckets = [...(METRIC_CATALOGUE[name].buckets ?? [])];
    remembered(this.#histograms, name, () => new Histogram({ ...this.#shape(name), buckets })).observe(
      admitted.labels,
      value,
    );
  }

  exposition(): Promise<string> {
    return this.#registry.metrics();
  }

  #shape(name: MetricName): { name: string; help: string; labelNames: string[]; registers: [Registry] } {
    const { help, labels } = METRIC_CATALOGUE[name];
    return { name, help, labelNames: Object.keys(labels), registers: [this.#registry] };
  }
}

function remembered<T>(known: Map<MetricName, T>, name: MetricName, make: () => T): T {
  const instrument = known.get(name) ?? make();
  known.set(name, instrument);
  return instrument;
}
