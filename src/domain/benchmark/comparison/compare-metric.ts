import type { Interval } from '../../statistics/interval.js';
import type { DifferenceTest } from './difference-test.js';
import type { ComparisonVerdict, MetricComparison } from './run-comparison.js';

/** What a metric is judged by beside its own test. */
export interface MetricRule {
  readonly name: string;
  readonly scale: MetricComparison['scale'];
  /** On the scale of the metric. */
  readonly margin: number;
  readonly alpha: number;
  /** The p-value corrected for all metrics of the comparison. */
  readonly pHolm: number | null;
  /** Why nothing can be decided, whatever the numbers; `null` for nothing. */
  readonly lacking: string | null;
}

/**
 * One metric of a comparison: the first that holds of identical results or an equivalence interval inside ± margin
 * (`equivalent`), a corrected p-value below α (`better` or `worse` by the sign), else `undecided`.
 */
export function compareMetric(test: DifferenceTest, rule: MetricRule): MetricComparison {
  const { name, scale, margin, pHolm, lacking } = rule;
  const onScale = scale === 'relative' ? relative : same;
  const interval = mapped(test.interval, onScale);
  const equivalenceInterval = mapped(test.equivalenceInterval, onScale);
  return {
    ...{ name, scale, difference: onScale(test.mean), interval, equivalenceInterval },
    ...{ pValue: test.pValue, pHolm, effectSize: test.effectSize },
    mde: scale === 'relative' ? growth(test.mde) : test.mde,
    ...{ margin, n: test.n, clusters: test.clusters },
    verdict: lacking === null ? verdictOf(test, equivalenceInterval, rule) : 'undecided',
    reason: lacking ?? test.reason,
  };
}

function verdictOf(test: DifferenceTest, equivalence: Interval | null, rule: MetricRule): ComparisonVerdict {
  if (test.identical || isInside(equivalence, rule.margin) || isSmall(test, rule)) return 'equivalent';
  if (rule.pHolm === null || rule.pHolm >= rule.alpha || test.mean === null) return 'undecided';
  return test.mean > 0 ? 'better' : 'worse';
}

/** A difference that never changes has no interval; it lies inside the margin when it is smaller. */
function isSmall({ constant }: DifferenceTest, { scale, margin }: MetricRule): boolean {
  return constant !== null && (scale === 'relative' ? Math.expm1(constant) : constant) < margin;
}

function isInside(interval: Interval | null, margin: number): boolean {
  const { lower = null, upper = null } = interval ?? {};
  return lower !== null && upper !== null && lower > -margin && upper < margin;
}

function same(value: number | null): number | null {
  return value;
}

/** A difference of logarithms (baseline − candidate) as the share by which the candidate is less. */
function relative(value: number | null): number | null {
  return value === null ? null : -Math.expm1(-value);
}

function growth(value: number | null): number | null {
  return value === null ? null : Math.expm1(value);
}

function mapped(interval: Interval | null, onScale: (value: number | null) => number | null): Interval | null {
  if (interval === null) return null;
  return { ...interval, lower: onScale(interval.lower), upper: onScale(interval.upper) };
}
