import { jensenShannon } from '../../../domain/statistics/drift/jensen-shannon.js';
import { kolmogorovSmirnov } from '../../../domain/statistics/drift/kolmogorov-smirnov.js';
import {
  countBins,
  populationStability,
  quantileEdges,
  stabilityCritical,
} from '../../../domain/statistics/drift/population-stability.js';
import type { Figures, MethodInput, MethodTable } from '../offered-method.js';
import { pairsOf } from './reading.js';

/** Drift between data sets. */
export const DRIFT_METHODS: MethodTable = {
  ks_two_sample: {
    fields: ['D'],
    compute: ({ inputs }) => ({ D: kolmogorovSmirnov(inputs.numbers('a'), inputs.numbers('b')) }),
  },
  psi: { fields: ['ref_counts', 'cur_counts', 'psi', 'null_95_critical'], compute: stability },
  psi_counts: { fields: ['psi', 'js_distance_base2'], compute: ofCounts },
};

function stability({ inputs, params }: MethodInput): Figures {
  const [reference, current] = [inputs.numbers('ref'), inputs.numbers('cur')];
  const bins = params.number('bins', { min: 1, max: 10_000, whole: true });
  const edges = params.has('edges_inner') ? params.numbers('edges_inner') : quantileEdges(reference, bins);
  const [before, after] = [countBins(reference, edges), countBins(current, edges)];
  return {
    ref_counts: before,
    cur_counts: after,
    psi: populationStability(before, after),
    null_95_critical: stabilityCritical(reference.length, current.length, bins),
  };
}

function ofCounts(input: MethodInput): Figures {
  const [reference, current] = pairsOf(input, 'ref_counts', 'cur_counts');
  return { psi: populationStability(reference, current), js_distance_base2: jensenShannon(reference, current) };
}
