import { Counter, Gauge, Histogram, Registry } from 'prom-client';
import type { MetricsPort } from '../../application/ports/metrics.port.js';
import type {
  MetricDefinition,
  MetricLabels,
  MetricName,
} from '../../domain/observability/metric-catalogue.js';
import { METRIC_CATALOGUE } from '../../domain/observability/metric-catalogue.js';
import type { Admitted, ObservabilityPolicy } from '../../domain/observability/observability-policy.js';

type Instrument = Counter | Gauge | Histogram;

/** Metrics in a registry of their own. A metric enters it when it is first recorded, so nothing is shown that never happened. */
export class PromMetrics implements MetricsPort {
  readonly #registry = new Registry();
  readonly #instruments = new Map<MetricName, Instrument>();

  constructor(private readonly policy: ObservabilityPolicy) {}

  increment(name: MetricName, labels: MetricLabels, by = 1): void {
    const admitted = this.policy.admit({ name, type: 'counter', labels, value: by });
    if (admitted !== undefined) (this.#instrument(admitted) as Counter).inc(admitted.labels, by);
  }

  set(name: MetricName, labels: MetricLabels, value: number): void {
    const admitted = this.policy.admit({ name, type: 'gauge', labels, value });
    if (admitted !== undefined) (this.#instrument(admitted) as Gauge).set(admitted.labels, value);
  }

  observe(name: MetricName, labels: MetricLabels, value: number): void {
    const admitted = this.policy.admit({ name, type: 'histogram', labels, value });
    if (admitted !== undefined) (this.#instrument(admitted) as Histogram).observe(admitted.labels, value);
  }

  exposition(): Promise<string> {
    return this.#registry.metrics();
  }

  #instrument({ name }: Admitted): Instrument {
    const known = this.#instruments.get(name);
    if (known !== undefined) return known;
    const made = makeInstrument(name, METRIC_CATALOGUE[name], this.#registry);
    this.#instruments.set(name, made);
    return made;
  }
}

function makeInstrument(name: MetricName, definition: MetricDefinition, registry: Registry): Instrument {
  const { type, help, labels, buckets = [] } = definition;
  const shape = { name, help, labelNames: Object.keys(labels), registers: [registry] };
  if (type === 'histogram') return new Histogram({ ...shape, buckets: [...buckets] });
  return type === 'counter' ? new Counter(shape) : new Gauge(shape);
}
