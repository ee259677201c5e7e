import { geometricMean } from '../../../domain/statistics/means/geometric-mean.js';
import { normalInterval } from '../../../domain/statistics/means/normal-interval.js';
import { plainMean } from '../../../domain/statistics/means/plain-mean.js';
import { stratifiedMean } from '../../../domain/statistics/stratified-mean.js';
import type { StratifiedMean } from '../../../domain/statistics/stratified-mean.js';
import { wilsonInterval } from '../../../domain/statistics/wilson-interval.js';
import type { Figures, MethodInput, MethodTable } from '../offered-method.js';
import { tInterval } from '../../../domain/statistics/means/plain-mean.js';
import { alphaOf, bounds, labelsFor, levelOf } from './reading.js';

/** Means, pass rates and their errors. */
export const MEAN_METHODS: MethodTable = {
  mean_se_ci: { fields: ['mean', 'se', 'ci_t'], compute: plain },
  classical_mean_ci: { fields: ['ci'], compute: classical },
  clustered_se: { fields: ['mean', 'se', 'n_clusters', 'ci_t'], compute: clustered },
  stratified_cluster_mean: {
    fields: ['mean', 'se', 'df', 'n_clusters', 'ci_t', 'design_effect'],
    compute: stratified,
  },
  geometric_mean: { fields: ['geomean', 'ci'], compute: geometric },
  proportion_ci: { fields: ['wilson'], compute: proportion },
};

function plain({ inputs, params }: MethodInput): Figures {
  const ddof = params.number('ddof', { min: 0, max: 1, whole: true }, 1);
  const result = plainMean(inputs.numbers('x'), { level: levelOf(params), ddof });
  return { mean: result.mean, se: result.standardError, ci_t: bounds(result.interval) };
}

function classical({ inputs, params }: MethodInput): Figures {
  const ddof = params.number('ddof', { min: 0, max: 1, whole: true }, 0);
  const { mean, standardError } = plainMean(inputs.numbers('y'), { ddof });
  if (mean === null || standardError === null) return { ci: null };
  return { ci: bounds(normalInterval(mean, standardError, 1 - alphaOf(params))) };
}

function clustered(input: MethodInput): Figures {
  const result = clusteredMean(input);
  const { mean, standardError, degreesOfFreedom, clusters } = result;
  if (mean === null || standardError === null || degreesOfFreedom === null)
    return { mean, se: null, n_clusters: clusters, ci_t: null };
  const se = standardError * correctionOf(input, clusters);
  return { mean, se, n_clusters: clusters, ci_t: bounds(tInterval(mean, se, degreesOfFreedom, levelOf(input.params))) };
}

function clusteredMean(input: MethodInput): StratifiedMean {
  const x = input.inputs.numbers('x');
  const cluster = labelsFor(input, 'cluster', x.length);
  return stratifiedMean(x.map((value, index) => ({ value, stratum: 'all', cluster: cluster[index] ?? '' })));
}

/** What takes √(G/(G − 1)), which one stratum always has, out again when the vector is without it. */
function correctionOf({ params }: MethodInput, clusters: number): number {
  const correction = params.has('correction') ? params.text('correction') : 'G/(G-1)';
  if (correction === 'G/(G-1)') return 1;
  if (correction === 'none') return Math.sqrt((clusters - 1) / clusters);
  return params.refuse('correction', `is "${correction}", neither "G/(G-1)" nor "none"`);
}

function stratified(input: MethodInput): Figures {
  const x = input.inputs.numbers('x');
  const [stratum, cluster] = [labelsFor(input, 'stratum', x.length), labelsFor(input, 'cluster', x.length)];
  const values = x.map((value, at) => ({ value, stratum: stratum[at] ?? '', cluster: cluster[at] ?? '' }));
  const result = stratifiedMean(values, levelOf(input.params));
  return {
    mean: result.mean,
    se: result.standardError,
    df: result.degreesOfFreedom,
    n_clusters: result.clusters,
    ci_t: bounds(result.interval),
    design_effect: result.designEffect,
  };
}

function geometric({ inputs, params }: MethodInput): Figures {
  const { mean, interval } = geometricMean(inputs.numbers('x'), levelOf(params));
  return { geomean: mean, ci: bounds(interval) };
}

function proportion({ inputs, params }: MethodInput): Figures {
  const n = inputs.number('n', { min: 0, whole: true });
  const successes = inputs.number('successes', { min: 0, max: n, whole: true });
  return { wilson: bounds(wilsonInterval(successes, n, levelOf(params))) };
}
