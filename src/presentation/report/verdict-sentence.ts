import type { BenchmarkRun } from '../../domain/benchmark/benchmark-run.js';
import type { MetricResult, Verdict } from '../../domain/benchmark/metric-result.js';
import { formatThreshold, formatValue } from './format-value.js';

/** The verdict of a run and its reason in one sentence. */
export function verdictSentence(run: BenchmarkRun): string {
  if (run.status === 'running') return 'The run has not finished.';
  if (run.status === 'interrupted') return 'The run was interrupted before it had a verdict.';
  if (run.verdict === null) return stoppedSentence(run) ?? 'The run failed before it had a verdict.';
  const decisive = run.metrics.filter(({ verdict }) => verdict === run.verdict);
  return SENTENCES[run.verdict](decisive, run);
}

/** What a run that stopped early found out: how it compares, after how many samples of those it had before it. */
function stoppedSentence({ comparison, baseline, dataset, limit }: BenchmarkRun): string | undefined {
  if (comparison === null) return undefined;
  const margin = baseline === null ? '' : ` by ${baseline.margin} or more`;
  const answer = comparison.verdict === 'worse' ? 'Worse than the baseline' : `Not worse than the baseline${margin}`;
  const samples = Math.min(limit ?? Infinity, dataset.samples);
  return `${answer} after ${comparison.pairs} of ${samples} samples; thresholds and coverage do not apply, latencies were not compared.`;
}

const SENTENCES: Readonly<Record<Verdict, (decisive: readonly MetricResult[], run: BenchmarkRun) => string>> = {
  PASS: (decisive) => `${reached(decisive)} pass value${weakness(decisive)}.`,
  WARN: (decisive) => `${listed(decisive)} short of the pass value, within the warn value${weakness(decisive)}.`,
  FAIL: (decisive) => `${listed(decisive)} beyond the warn value${weakness(decisive)}.`,
  INSUFFICIENT: (decisive) => `There is not enough to say: ${lacking(decisive)}.`,
};

function reached(metrics: readonly MetricResult[]): string {
  return metrics.length === 1 ? 'The only metric reaches its' : `All ${metrics.length} metrics reach their`;
}

function listed(metrics: readonly MetricResult[]): string {
  const parts = metrics.map((metric) => {
    const values = `${formatValue(metric.estimate, metric)}, pass ${formatThreshold(metric.pass, metric)}`;
    return `${metric.name} (${values}, warn ${formatThreshold(metric.warn, metric)})`;
  });
  return `${parts.join(', ')} ${metrics.length === 1 ? 'lies' : 'lie'}`;
}

function weakness(metrics: readonly MetricResult[]): string {
  const weak = metrics.filter(({ strength }) => strength === 'weak');
  if (weak.length === 0) return ', and every interval agrees';
  if (weak.length === metrics.length) return ', by the estimate only (weak)';
  return `, ${weak.map(({ name }) => name).join(', ')} by the estimate only (weak)`;
}

function lacking(metrics: readonly MetricResult[]): string {
  return [...new Set(metrics.map(({ reason }) => reason ?? 'no reason was recorded'))].join('; ');
}
