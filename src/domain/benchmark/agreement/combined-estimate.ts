import type { LabelledScores } from '../../statistics/agreement/prediction-powered-mean.js';
import { predictionPoweredMean } from '../../statistics/agreement/prediction-powered-mean.js';
import { plainMean } from '../../statistics/means/plain-mean.js';
import { roundingOf } from '../../statistics/means/rounding.js';
import { wilsonInterval } from '../../statistics/wilson-interval.js';
import type { CombinedEstimate } from './judge-agreement.js';

/** Below so many labels the normal interval of PPI++ does not hold. */
const FEWEST_LABELS = 50;

/**
 * The mean that people would give: their labels sharpened by the judge's many scores (PPI++) from 50 labels on, below
 * that the labels alone (Wilson where all are 0 or 1, else Student's t). Samples are taken as independent.
 */
export function combinedEstimate(data: LabelledScores): CombinedEstimate {
  const { labels, unlabelled } = data;
  if (labels.length < FEWEST_LABELS) return humanOnly(labels, `fewer than ${FEWEST_LABELS} labels`);
  if (unlabelled.length === 0) return humanOnly(labels, 'every sample has a label');
  const powered = predictionPoweredMean(data);
  if (powered === null) return humanOnly(labels, 'no spread');
  const { estimate, interval, lambda, standardError } = powered;
  if (standardError <= roundingOf(estimate)) return humanOnly(labels, 'no spread');
  return { method: 'ppi++', estimate, interval, lambda, reason: null };
}

function humanOnly(labels: readonly number[], reason: string): CombinedEstimate {
  if (labels.length === 0) return { method: 'none', estimate: null, interval: null, lambda: null, reason: 'no labels' };
  const { mean, interval, reason: lacking } = plainMean(labels);
  const binary = labels.every((label) => label === 0 || label === 1);
  const bounds = binary ? wilsonInterval(labels.filter((label) => label === 1).length, labels.length) : interval;
  const why = bounds === null && lacking !== null && lacking !== reason ? `${reason}; ${lacking}` : reason;
  return { method: 'human only', estimate: mean, interval: bounds, lambda: null, reason: why };
}
