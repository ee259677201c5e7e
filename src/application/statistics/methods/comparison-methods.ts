import { equivalenceTest } from '../../../domain/statistics/comparison/equivalence-test.js';
import { hodgesLehmann } from '../../../domain/statistics/comparison/hodges-lehmann.js';
import { logRatio } from '../../../domain/statistics/comparison/log-ratio.js';
import { mannWhitney } from '../../../domain/statistics/comparison/mann-whitney.js';
import { nonInferiorityTest } from '../../../domain/statistics/comparison/non-inferiority-test.js';
import { pairedDifference } from '../../../domain/statistics/comparison/paired-difference.js';
import type { PairedDesign } from '../../../domain/statistics/comparison/paired-power.js';
import { pairedDetectableDifference, pairedSampleSize } from '../../../domain/statistics/comparison/paired-power.js';
import { stratifiedDifference } from '../../../domain/statistics/comparison/stratified-difference.js';
import { benjaminiHochberg } from '../../../domain/statistics/multiplicity/benjamini-hochberg.js';
import { holm } from '../../../domain/statistics/multiplicity/holm.js';
import type { Figures, MethodInput, MethodTable } from '../offered-method.js';
import { alphaOf, bounds, labelsFor, levelOf, pairsOf } from './reading.js';

/** Comparisons of two runs or samples. */
export const COMPARISON_METHODS: MethodTable = {
  paired_difference: { fields: ['mean_diff', 'se', 'ci_t', 'df', 'cohens_dz'], compute: paired },
  paired_difference_clustered: { fields: ['mean_diff', 'se_cr0', 'se_cr1', 'n_clusters'], compute: pairedClustered },
  power_paired_n: { fields: ['n', 'n_raw', 'mde_at_n'], compute: power },
  tost_paired: { fields: ['p', 'p_lower', 'p_upper'], compute: equivalence },
  noninferiority_paired: { fields: ['t', 'p', 'lower_90_two_sided'], compute: nonInferiority },
  log_ratio_ci: { fields: ['geomean_ratio_b_over_a', 'ci', 't', 'p'], compute: ratio },
  mann_whitney: { fields: ['U_a', 'cliffs_delta', 'hodges_lehmann_a_minus_b'], compute: ranks },
  p_adjust: { fields: ['holm', 'BH'], compute: adjusted },
};

function paired(input: MethodInput): Figures {
  const result = pairedDifference(...pairsOf(input), levelOf(input.params));
  return {
    mean_diff: result.mean,
    se: result.standardError,
    ci_t: bounds(result.interval),
    df: result.degreesOfFreedom,
    cohens_dz: result.effectSize,
  };
}

function pairedClustered(input: MethodInput): Figures {
  const [a, b] = pairsOf(input);
  const cluster = labelsFor(input, 'cluster', a.length);
  const pairs = a.map((candidate, index) => ({
    candidate,
    baseline: b[index] ?? 0,
    stratum: 'all',
    cluster: cluster[index] ?? '',
  }));
  const { mean, standardError, clusters } = stratifiedDifference(pairs);
  const plain = standardError === null ? null : standardError * Math.sqrt((clusters - 1) / clusters);
  return { mean_diff: mean, se_cr0: plain, se_cr1: standardError, n_clusters: clusters };
}

function power({ params }: MethodInput): Figures {
  const variance = (name: string) => params.number(name, { min: 0 }, 0);
  const repeats = (name: string) => params.number(name, { min: 1, whole: true }, 1);
  const design: PairedDesign = {
    betweenVariance: params.number('omega2', { min: 0 }),
    withinVariances: [variance('sigma2_a'), variance('sigma2_b')],
    repeats: [repeats('K_a'), repeats('K_b')],
    alpha: alphaOf(params),
    power: params.number('power', { min: 0, max: 1 }),
  };
  const size = params.has('delta') ? pairedSampleSize(design, params.number('delta')) : null;
  const n = size === null ? null : Math.ceil(size);
  if (!params.has('n_for_mde')) return { n, n_raw: size };
  return { n, n_raw: size, mde_at_n: pairedDetectableDifference(design, params.number('n_for_mde', { min: 0 })) };
}

function equivalence(input: MethodInput): Figures {
  const { params } = input;
  const test = equivalenceTest(pairedDifference(...pairsOf(input)), params.number('low'), params.number('upp'));
  return { p: test?.p ?? null, p_lower: test?.pLower ?? null, p_upper: test?.pUpper ?? null };
}

function nonInferiority(input: MethodInput): Figures {
  const estimate = pairedDifference(...pairsOf(input, 'candidate', 'baseline'));
  const test = nonInferiorityTest(estimate, input.params.number('margin', { min: 0 }));
  return { t: test?.t ?? null, p: test?.p ?? null, lower_90_two_sided: test?.lowerBound ?? null };
}

function ratio({ inputs, params }: MethodInput): Figures {
  const result = logRatio(inputs.numbers('a'), inputs.numbers('b'), levelOf(params));
  return { geomean_ratio_b_over_a: result.ratio, ci: bounds(result.interval), t: result.t, p: result.p };
}

function ranks({ inputs }: MethodInput): Figures {
  const [a, b] = [inputs.numbers('a'), inputs.numbers('b')];
  const test = mannWhitney(a, b);
  return {
    U_a: test?.u ?? null,
    cliffs_delta: test?.cliffsDelta ?? null,
    hodges_lehmann_a_minus_b: hodgesLehmann(a, b),
  };
}

function adjusted({ inputs }: MethodInput): Figures {
  const p = inputs.someNumbers('p', { min: 0, max: 1 });
  return { holm: holm(p), BH: benjaminiHochberg(p) };
}
