import type { MetricComparison, RunComparison } from './run-comparison.js';

/**
 * What the metrics amount to: `worse` if any is, else `undecided` if any is (or there is none), else `better` if any is,
 * else `equivalent`; with the reason in a sentence.
 */
export function comparisonVerdict(metrics: readonly MetricComparison[]): Pick<RunComparison, 'verdict' | 'reason'> {
  if (metrics.length === 0) return { verdict: 'undecided', reason: 'The runs have no metric in common.' };
  for (const verdict of ['worse', 'undecided', 'better'] as const) {
    const found = metrics.filter((metric) => metric.verdict === verdict);
    if (found.length > 0) return { verdict, reason: SENTENCES[verdict](found) };
  }
  const identical = metrics.every(({ reason }) => reason === 'identical results');
  return { verdict: 'equivalent', reason: identical ? 'All results are identical.' : 'Every metric is equivalent.' };
}

const SENTENCES = {
  worse: (found: readonly MetricComparison[]) => `Worse: ${named(found)}.`,
  undecided: (found: readonly MetricComparison[]) => `Nothing can be said of ${found.map(withReason).join(', ')}.`,
  better: (found: readonly MetricComparison[]) => `Better: ${named(found)}; the others are equivalent.`,
};

function named(metrics: readonly MetricComparison[]): string {
  return metrics.map(({ name }) => name).join(', ');
}

function withReason({ name, reason }: MetricComparison): string {
  return `${name} (${reason ?? 'the interval reaches beyond the margin'})`;
}
