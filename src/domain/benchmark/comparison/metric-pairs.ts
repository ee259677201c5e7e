import type { ClusteredPair } from '../../statistics/comparison/stratified-difference.js';
import { LATENCY_METRIC } from '../latency-metric.js';
import type { SampleResult } from '../sample-result.js';
import type { ResultPair } from './paired-results.js';

/** The metric of a comparison. */
export interface ComparedMetric {
  readonly name: string;
  readonly direction: 'higher' | 'lower';
}

/**
 * The values of each pair that has the metric in both runs, turned so that candidate − baseline is positive where the
 * candidate is better. Latencies are given as logarithms, because they compare as ratios.
 */
export function metricPairs(pairs: readonly ResultPair[], metric: ComparedMetric): readonly ClusteredPair[] {
  return pairs.flatMap(({ a, b }) => {
    const [before, now] = [valueOf(a, metric), valueOf(b, metric)];
    if (before === undefined || now === undefined) return [];
    return [{ ...oriented(before, now, metric), stratum: b.channel, cluster: b.day }];
  });
}

function oriented(before: number, now: number, { direction }: ComparedMetric) {
  return direction === 'higher' ? { baseline: before, candidate: now } : { baseline: now, candidate: before };
}

function valueOf(result: SampleResult, { name }: ComparedMetric): number | undefined {
  if (name === LATENCY_METRIC) return Math.log(result.latencySeconds);
  return result.status === 'scored' ? result.scores[name] : undefined;
}
