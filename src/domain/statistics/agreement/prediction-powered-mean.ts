import { exactSum } from '../exact-sum.js';
import type { Interval } from '../interval.js';
import { meanOfSome, sumOfSquares } from '../means/moments.js';
import { normalInterval } from '../means/normal-interval.js';
import { valueAt } from '../value-at.js';

/** A few human labels beside a judge's scores of the same samples, and many scores of samples without a label. */
export interface LabelledScores {
  readonly labels: readonly number[];
  /** The judge's scores of the labelled samples, in the same order. */
  readonly scores: readonly number[];
  readonly unlabelled: readonly number[];
}

/** A mean of human labels sharpened by a judge. */
export interface PredictionPoweredMean {
  /** How far the judge is used: 0 not at all, 1 fully. */
  readonly lambda: number;
  readonly estimate: number;
  readonly standardError: number;
  readonly interval: Interval;
}

/**
 * PPI++: mean(λ·unlabelled) + mean(label − λ·score), unbiased whatever the judge does; its variance is
 * λ²·var(unlabelled)/N + var(label − λ·score)/n (dividing by N and n). The optimal λ is cov(label, score) over
 * (1 + n/N)·var(all scores, n + N − 1), clipped to [0, 1]; a judge whose scores never change has λ 0.
 *
 * Source: Angelopoulos, Duchi & Zrnic 2023, PPI++, arXiv:2311.01453, section 6. Normal interval: use it from 50 labels on.
 *
 * @param lambda given, or the best for these data
 * @returns `null` with fewer than two labels or no unlabelled sample
 * @throws RangeError when labels and scores differ in number: a defect in the caller.
 */
export function predictionPoweredMean(
  data: LabelledScores,
  lambda: number | 'optimal' = 'optimal',
  level = 0.95,
): PredictionPoweredMean | null {
  const { labels, scores, unlabelled } = data;
  if (labels.length !== scores.length) throw new RangeError('every label needs the score of the same sample');
  if (labels.length < 2 || unlabelled.length === 0) return null;
  const weight = lambda === 'optimal' ? optimalLambda(data) : lambda;
  const rest = labels.map((label, index) => label - weight * valueAt(scores, index));
  const [judged, corrected] = [partOf(unlabelled), partOf(rest)];
  const estimate = weight * judged.mean + corrected.mean;
  const standardError = Math.sqrt(weight ** 2 * judged.error + corrected.error);
  return { lambda: weight, estimate, standardError, interval: normalInterval(estimate, standardError, level, 'PPI++') };
}

function partOf(values: readonly number[]): { readonly mean: number; readonly error: number } {
  return { mean: meanOfSome(values), error: sumOfSquares(values) / values.length ** 2 };
}

function optimalLambda({ labels, scores, unlabelled }: LabelledScores): number {
  const pooled = sumOfSquares([...scores, ...unlabelled]) / (scores.length + unlabelled.length - 1);
  if (pooled === 0) return 0;
  const [labelMean, scoreMean] = [meanOfSome(labels), meanOfSome(scores)];
  const products = labels.map((label, index) => (label - labelMean) * (valueAt(scores, index) - scoreMean));
  const covariance = exactSum(products) / labels.length;
  const best = covariance / ((1 + labels.length / unlabelled.length) * pooled);
  return Math.min(1, Math.max(0, best));
}
