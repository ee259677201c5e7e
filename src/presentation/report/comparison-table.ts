import type { MetricComparison, RunComparison } from '../../domain/benchmark/comparison/run-comparison.js';
import type { Interval } from '../../domain/statistics/interval.js';
import { formatNumber } from './format-number.js';
import type { ReportRow } from './run-table.js';

/** The metrics of a comparison as rows: difference, intervals, p-value, effect, verdict, reason. */
export function comparisonRows({ metrics }: RunComparison): readonly ReportRow[] {
  return metrics.map((metric) => ({ metric: metric.name, ...figures(metric), ...answer(metric) }));
}

function figures(metric: MetricComparison): ReportRow {
  return {
    difference: signed(metric.difference, metric),
    'interval 95 %': ranged(metric.interval, metric),
    'equivalence interval': ranged(metric.equivalenceInterval, metric),
    margin: `± ${plain(metric.margin, metric)}`,
    'p (Holm)': metric.pHolm === null ? '–' : formatP(metric.pHolm),
    d_z: formatNumber(metric.effectSize, 2),
    detectable: metric.mde === null ? '–' : plain(metric.mde, metric),
  };
}

function answer({ n, clusters, verdict, reason }: MetricComparison): ReportRow {
  return { n, days: clusters, verdict: verdict.replace('_', ' '), reason: reason ?? '' };
}

/** A share in per cent of a relative difference, three decimals of a score. */
function plain(value: number, { scale }: MetricComparison): string {
  return scale === 'relative' ? `${formatNumber(value * 100, 1)} %` : formatNumber(value, 3);
}

function signed(value: number | null, metric: MetricComparison): string {
  if (value === null) return '–';
  const text = plain(value, metric);
  return text.startsWith('−') ? text : `+${text}`;
}

function ranged(interval: Interval | null, metric: MetricComparison): string {
  return interval === null ? '–' : `${signed(interval.lower, metric)} … ${signed(interval.upper, metric)}`;
}

function formatP(p: number): string {
  return p < 0.0001 ? '< 0.0001' : p.toFixed(4);
}
