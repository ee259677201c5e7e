import { kendallW } from '../../../domain/statistics/ranking/kendall-w.js';
import { jaccard } from '../../../domain/statistics/ranking/jaccard.js';
import { rankBiasedOverlap } from '../../../domain/statistics/ranking/rank-biased-overlap.js';
import { varianceRatio } from '../../../domain/statistics/reliability/variance-ratio.js';
import type { Figures, MethodInput, MethodTable } from '../offered-method.js';
import { levelOf, bounds } from './reading.js';

/** How stable repeated runs are: their scores and their rankings. */
export const RANKING_METHODS: MethodTable = {
  variance_ratio_oneway: {
    fields: ['MSB', 'MSW', 'icc1', 'variance_ratio', 'variance_ratio_ci', 'F', 'p'],
    compute: repeated,
  },
  kendall_w: { fields: ['W'], compute: ({ inputs }) => ({ W: kendallW(inputs.rows('ratings')) }) },
  rbo: { fields: ['ext', 'jaccard_at_k'], compute: overlap },
};

function repeated({ inputs, params }: MethodInput): Figures {
  const scores = inputs.someRows('scores').map((row) => row.filter((score) => score !== null));
  const result = varianceRatio(scores, levelOf(params));
  const clamp = params.has('clamp') ? clamped : (value: number | null) => value;
  return {
    MSB: result.between,
    MSW: result.within,
    icc1: result.icc,
    variance_ratio: clamp(result.ratio),
    variance_ratio_ci: bounds(result.interval)?.map(clamp) ?? null,
    F: result.f,
    p: result.p,
  };
}

function clamped(value: number | null): number | null {
  return value === null ? null : Math.min(1, Math.max(0, value));
}

function overlap({ inputs, params }: MethodInput): Figures {
  const [a, b] = [inputs.labels('a'), inputs.labels('b')];
  const k = params.number('k', { min: 0, whole: true }, Math.max(a.length, b.length));
  const [left, right] = [a.slice(0, k), b.slice(0, k)];
  return { ext: rankBiasedOverlap(left, right, params.number('p', {}, 0.9)), jaccard_at_k: jaccard(left, right) };
}
