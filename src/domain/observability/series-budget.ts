import type { MetricDefinition } from './metric-catalogue.js';

/** How many time series the product may give to Prometheus altogether. */
export const SERIES_BUDGET = 2000;

/** How many series one combination of labels costs: a histogram has one a bucket, one for `+Inf`, a sum and a count. */
export function seriesCost(definition: MetricDefinition): number {
  return definition.type === 'histogram' ? (definition.buckets?.length ?? 0) + 3 : 1;
}
