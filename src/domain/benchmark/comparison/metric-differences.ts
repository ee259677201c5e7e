import type { ClusteredValue } from '../../statistics/stratified-mean.js';
import { LATENCY_METRIC } from '../latency-metric.js';
import type { SampleResult } from '../sample-result.js';
import type { ResultPair } from './paired-results.js';

/** The metric of a comparison. */
export interface ComparedMetric {
  readonly name: string;
  readonly direction: 'higher' | 'lower';
}

/**
 * Candidate − baseline of each pair that has the metric in both, positive is better; of latency ln(baseline) −
 * ln(candidate), because latencies compare as ratios.
 */
export function metricDifferences(pairs: readonly ResultPair[], metric: ComparedMetric): readonly ClusteredValue[] {
  const differenceOf = metric.name === LATENCY_METRIC ? latencyDifference : scoreDifference;
  return pairs.flatMap((pair) => {
    const value = differenceOf(pair, metric);
    return value === null ? [] : [{ value, stratum: pair.b.channel, cluster: pair.b.day }];
  });
}

function latencyDifference({ a, b }: ResultPair): number {
  return Math.log(a.latencySeconds / b.latencySeconds);
}

function scoreDifference({ a, b }: ResultPair, { name, direction }: ComparedMetric): number | null {
  const [before, now] = [scoreOf(a, name), scoreOf(b, name)];
  if (before === undefined || now === undefined) return null;
  return direction === 'higher' ? now - before : before - now;
}

function scoreOf(result: SampleResult, name: string): number | undefined {
  return result.status === 'scored' ? result.scores[name] : undefined;
}
