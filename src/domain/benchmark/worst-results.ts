import type { MetricResult } from './metric-result.js';
import type { SampleResult } from './sample-result.js';

/**
 * The results that fall shortest of the pass values: by their worst metric, failures of the judge first, synthetic ones
 * left out unless they count.
 */
export function worstResults(
  results: readonly SampleResult[],
  metrics: readonly MetricResult[],
  includeSynthetic: boolean,
  count: number,
): readonly SampleResult[] {
  return results
    .filter(({ provenance }) => includeSynthetic || provenance !== 'synthetic')
    .map((result) => ({ result, margin: smallestMargin(result, metrics) }))
    .sort((a, b) => a.margin - b.margin || a.result.position - b.result.position)
    .slice(0, count)
    .map(({ result }) => result);
}

function smallestMargin(result: SampleResult, metrics: readonly MetricResult[]): number {
  if (result.status !== 'scored') return -Infinity;
  const margins = metrics.flatMap(({ name, pass }) => {
    const score = result.scores[name];
    return score === undefined ? [] : [score - pass];
  });
  return Math.min(Infinity, ...margins);
}
