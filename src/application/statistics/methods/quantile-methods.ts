import { ascending } from '../../../domain/statistics/ascending.js';
import { exactSum } from '../../../domain/statistics/exact-sum.js';
import { mean } from '../../../domain/statistics/means/moments.js';
import { fewestForUpperBound, orderStatisticInterval } from '../../../domain/statistics/order-statistic-interval.js';
import { medianDeviation, outliers } from '../../../domain/statistics/outliers/median-deviation.js';
import { quantileType7 } from '../../../domain/statistics/quantile.js';
import { bcaInterval } from '../../../domain/statistics/resampling/bca-interval.js';
import type { Figures, MethodInput, MethodTable } from '../offered-method.js';
import type { VectorFields } from '../vector-fields.js';
import { bounds, levelOf } from './reading.js';

const WHICH = [0.9, 0.95, 0.99];

/** Quantiles, their bounds, resampling and outliers. */
export const QUANTILE_METHODS: MethodTable = {
  quantile: { fields: ['type7'], compute: quantiles },
  order_statistic_ci: { fields: ['low', 'high', 'low_rank_1based', 'high_rank_1based'], compute: orderStatistics },
  min_n_quantile_upper: { fields: fewestFields().map(({ field }) => field), compute: fewest },
  bootstrap_ci_mean_from_indices: {
    fields: ['theta_hat', 'z0', 'acceleration', 'bca_type7', 'percentile_type7'],
    compute: bootstrap,
  },
  mad_outliers: { fields: ['median', 'mad_raw', 'hyperfine_outliers'], compute: medianDeviations },
};

function quantiles({ inputs, params }: MethodInput): Figures {
  const sorted = ascending(inputs.numbers('x'));
  return { type7: params.numbers('p', { min: 0, max: 1 }).map((p) => quantileType7(sorted, p)) };
}

function orderStatistics({ inputs, params }: MethodInput): Figures {
  const sorted = [...ascending(inputs.numbers('x'))];
  const result = orderStatisticInterval(sorted, params.number('p', { min: 0, max: 1 }), levelOf(params));
  return {
    low: result.lower,
    high: result.upper,
    low_rank_1based: result.lowerRank,
    high_rank_1based: result.upperRank,
  };
}

/** `p95_99`: the bound of p95 at 99 %. */
function fewestFields(): readonly { readonly field: string; readonly p: number; readonly level: number }[] {
  return [0.95, 0.99].flatMap((level) => WHICH.map((p) => ({ field: `p${100 * p}_${100 * level}`, p, level })));
}

function fewest(): Figures {
  return Object.fromEntries(fewestFields().map(({ field, p, level }) => [field, fewestForUpperBound(p, 1 - level)]));
}

function bootstrap({ inputs, params }: MethodInput): Figures {
  const x = inputs.numbers('x');
  const estimate = mean(x) ?? inputs.refuse('x', 'is empty');
  const replicates = replicatesOf(x, inputs);
  const result = bcaInterval({ estimate, replicates, jackknife: leaveOneOut(x) }, levelOf(params));
  return {
    theta_hat: estimate,
    z0: result.z0,
    acceleration: result.acceleration,
    bca_type7: bounds(result.bca),
    percentile_type7: bounds(result.percentile),
  };
}

/** The mean of each resample, given by the indices of its values. */
function replicatesOf(x: readonly number[], inputs: VectorFields): readonly number[] {
  const rows = inputs.rows('indices', { min: 0, max: x.length - 1, whole: true });
  return rows.map((row) => mean(row.map((index) => x[index] ?? 0)) ?? inputs.refuse('indices', 'has an empty row'));
}

function leaveOneOut(x: readonly number[]): readonly number[] {
  const sum = exactSum(x);
  return x.length < 2 ? [] : x.map((value) => (sum - value) / (x.length - 1));
}

function medianDeviations({ inputs, params }: MethodInput): Figures {
  const x = inputs.numbers('x');
  const centre = medianDeviation(x);
  const threshold = params.number('hyperfine_threshold', { min: 0 }, 14.826);
  return {
    median: centre?.median ?? null,
    mad_raw: centre?.deviation ?? null,
    hyperfine_outliers: outliers(x, threshold),
  };
}
