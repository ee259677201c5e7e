import type { MetricComparison, RunComparison } from '../../domain/benchmark/comparison/run-comparison.js';

/** A comparison as JSON: what `etalon benchmark compare --json` prints (schema `benchmark-compare.schema.json`). */
export function comparisonDocument(comparison: RunComparison): object {
  const { a, b, pairs, unpaired, alpha, baselinePinned, metrics, verdict, reason } = comparison;
  return {
    ...{ a, b, n_pairs: pairs, unpaired, alpha, baseline_pinned: baselinePinned },
    metrics: metrics.map(metricDocument),
    ...{ verdict, reason },
  };
}

function metricDocument(metric: MetricComparison): object {
  const { equivalenceInterval, pValue, pHolm, effectSize, ...rest } = metric;
  return {
    ...rest,
    equivalence_interval: equivalenceInterval,
    ...{ p_value: pValue, p_holm: pHolm, effect_size: effectSize },
  };
}
