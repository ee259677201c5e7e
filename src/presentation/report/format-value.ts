import type { MetricResult } from '../../domain/benchmark/metric-result.js';
import type { Interval } from '../../domain/statistics/interval.js';

/** A score with three decimals, seconds with as many as say something; a dash for none. */
export function formatValue(value: number | null | undefined, metric: Pick<MetricResult, 'direction'>): string {
  if (value === null || value === undefined) return '–';
  return metric.direction === 'higher' ? value.toFixed(3) : formatSeconds(value);
}

/** Seconds with three significant digits: `0.00312 s`, `1.5 s`, `182 s`. */
export function formatSeconds(seconds: number | null): string {
  return seconds === null ? '–' : `${Number(seconds.toPrecision(3)).toString()} s`;
}

/** `0.912 … 0.934`; an open side is an ellipsis alone; a dash for no interval. */
export function formatInterval(interval: Interval | null, metric: Pick<MetricResult, 'direction'>): string {
  if (interval === null || (interval.lower === null && interval.upper === null)) return '–';
  const side = (bound: number | null) => (bound === null ? '' : formatValue(bound, metric));
  return `${side(interval.lower)} … ${side(interval.upper)}`.trim();
}

/** `97.5 %`; a dash for none. */
export function formatShare(share: number | null): string {
  return share === null ? '–' : `${Number((share * 100).toFixed(1)).toString()} %`;
}

/** A pass or warn value as the scenario has it. */
export function formatThreshold(value: number, metric: Pick<MetricResult, 'direction'>): string {
  return metric.direction === 'higher' ? `≥ ${value.toString()}` : `≤ ${value.toString()} s`;
}
