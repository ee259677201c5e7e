import type { MetricResult } from '../../domain/benchmark/metric-result.js';
import type { Interval } from '../../domain/statistics/interval.js';
import { percentText } from '../../domain/shared/percent-text.js';
import { formatNumber } from './format-number.js';

/** What a value is shown of: its direction, and the values that it must not seem to reach when it does not. */
type Shown = Pick<MetricResult, 'direction'> & Partial<Pick<MetricResult, 'pass' | 'warn'>>;

const MOST_DECIMALS = 12;

/** A score with three decimals, more where they would round it onto a pass or warn value; a dash for none. */
export function formatValue(value: number | null | undefined, metric: Shown): string {
  if (value === null || value === undefined) return '–';
  return metric.direction === 'higher' ? formatScore(value, [metric.pass, metric.warn]) : formatSeconds(value);
}

function formatScore(value: number, marks: readonly (number | undefined)[]): string {
  for (let decimals = 3; decimals < MOST_DECIMALS; decimals += 1) {
    const shown = Number(value.toFixed(decimals));
    if (!marks.some((mark) => mark !== undefined && value < mark && shown >= mark))
      return formatNumber(value, decimals);
  }
  return value.toString();
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

/** `97.5 %`, as `percentText`; a dash for none. */
export function formatShare(share: number | null): string {
  return share === null ? '–' : percentText(share);
}

/** A pass or warn value as the scenario has it. */
export function formatThreshold(value: number, metric: Pick<MetricResult, 'direction'>): string {
  return metric.direction === 'higher' ? `≥ ${value.toString()}` : `≤ ${value.toString()} s`;
}
