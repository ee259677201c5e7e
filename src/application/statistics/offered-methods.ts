import { AGREEMENT_METHODS } from './methods/agreement-methods.js';
import { COMPARISON_METHODS } from './methods/comparison-methods.js';
import { DISTRIBUTION_METHODS } from './methods/distribution-methods.js';
import { DRIFT_METHODS } from './methods/drift-methods.js';
import { MEAN_METHODS } from './methods/mean-methods.js';
import { QUANTILE_METHODS } from './methods/quantile-methods.js';
import { RANKING_METHODS } from './methods/ranking-methods.js';
import { SEQUENTIAL_METHODS } from './methods/sequential-methods.js';
import type { MethodTable } from './offered-method.js';

/** Every method of the reference vectors that the product offers. */
export const OFFERED_METHODS: MethodTable = {
  ...MEAN_METHODS,
  ...COMPARISON_METHODS,
  ...QUANTILE_METHODS,
  ...AGREEMENT_METHODS,
  ...RANKING_METHODS,
  ...DRIFT_METHODS,
  ...DISTRIBUTION_METHODS,
  ...SEQUENTIAL_METHODS,
};
