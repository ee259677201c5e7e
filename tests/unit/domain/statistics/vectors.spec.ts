import { expect } from 'chai';

import { betaCdf, betaQuantile } from '#etalon/domain/statistics/distributions/beta-distribution.js';
import { normalCdf, normalQuantile } from '#etalon/domain/statistics/distributions/normal-distribution.js';
import { fewestForUpperBound, orderStatisticInterval } from '#etalon/domain/statistics/order-statistic-interval.js';
import { quantileType7 } from '#etalon/domain/statistics/quantile.js';
import { stratifiedMean } from '#etalon/domain/statistics/stratified-mean.js';
import { tQuantile } from '#etalon/domain/statistics/distributions/t-distribution.js';
import { wilsonInterval } from '#etalon/domain/statistics/wilson-interval.js';
import type { ReferenceVector } from './reference-vectors.js';
import { NO_VECTORS, expectClose, vectorsOf } from './reference-vectors.js';

type Computed = Readonly<Record<string, unknown>>;
type Triple = readonly [number, number, number];

const sorted = (vector: ReferenceVector): readonly number[] =>
  [...(vector.inputs['x'] as number[])].sort((a, b) => a - b);

function clustered(vector: ReferenceVector): Computed {
  const { x, stratum, cluster } = vector.inputs as {
    x: number[];
    stratum?: string[];
    cluster?: (string | number)[];
  };
  const values = x.map((value, index) => ({
    value,
    stratum: stratum?.[index] ?? 'all',
    cluster: String(cluster?.[index] ?? index),
  }));
  const result = stratifiedMean(values);
  const { lower, upper } = result.interval ?? { lower: null, upper: null };
  return {
    mean: result.mean,
    se: result.standardError,
    df: result.degreesOfFreedom,
    n_clusters: result.clusters,
    ci_t: [lower, upper],
    design_effect: result.designEffect,
  };
}

/** Without the correction √(G/(G − 1)), which one stratum always gets here. */
function withoutCorrection(vector: ReferenceVector, computed: Computed): Computed {
  if (vector.params['correction'] !== 'none') return computed;
  const clusters = computed['n_clusters'] as number;
  return { ...computed, se: (computed['se'] as number) * Math.sqrt((clusters - 1) / clusters) };
}

const METHODS: Readonly<Record<string, (vector: ReferenceVector) => Computed>> = {
  mean_se_ci: clustered,
  clustered_se: (vector) => withoutCorrection(vector, clustered(vector)),
  stratified_cluster_mean: clustered,
  proportion_ci: ({ inputs }) => {
    const interval = wilsonInterval(inputs['successes'] as number, inputs['n'] as number);
    return { wilson: [interval?.lower, interval?.upper] };
  },
  quantile: (vector) => ({
    type7: (vector.params['p'] as number[]).map((p) => quantileType7(sorted(vector), p)),
  }),
  order_statistic_ci: (vector) => {
    const interval = orderStatisticInterval(sorted(vector), vector.params['p'] as number);
    const { lower: low, upper: high, lowerRank, upperRank } = interval;
    return { low, high, low_rank_1based: lowerRank, high_rank_1based: upperRank };
  },
  min_n_quantile_upper: () => ({
    p90_95: fewestForUpperBound(0.9, 0.05),
    p95_95: fewestForUpperBound(0.95, 0.05),
    p99_95: fewestForUpperBound(0.99, 0.05),
    p90_99: fewestForUpperBound(0.9, 0.01),
  }),
  t_quantile: ({ inputs }) => ({
    q: (inputs['p_df'] as [number, number][]).map(([p, df]) => tQuantile(p, df)),
  }),
  normal: ({ inputs }) => ({
    quantile: (inputs['p'] as number[]).map(normalQuantile),
    cdf: (inputs['z'] as number[]).map(normalCdf),
  }),
  beta: ({ inputs }) => ({
    quantile: (inputs['p_a_b'] as Triple[]).map((triple) => betaQuantile(...triple)),
    cdf: (inputs['x_a_b'] as Triple[]).map((triple) => betaCdf(...triple)),
  }),
};

describe('statistics against the reference vectors', () => {
  for (const [method, compute] of Object.entries(METHODS)) {
    it(`${method} gives every reference value`, function () {
      if (NO_VECTORS !== undefined) {
        console.log(`      skipped: ${NO_VECTORS}`);
        this.skip();
      }
      const vectors = vectorsOf(method);
      expect(vectors).not.to.be.empty;
      for (const vector of vectors) {
        const computed = compute(vector);
        const fields = Object.keys(vector.expected).filter((field) => computed[field] !== undefined);
        expect(fields, vector.name).not.to.be.empty;
        for (const field of fields) expectClose(computed[field], vector, field);
      }
    });
  }
});
