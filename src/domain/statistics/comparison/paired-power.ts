import { normalQuantile } from '../distributions/normal-distribution.js';

/** What the variance of a paired difference is made of, and what is to be found. */
export interface PairedDesign {
  /** ω²: variance of the true difference between questions. */
  readonly betweenVariance: number;
  /** σ²: variance within a question, of either run. */
  readonly withinVariances: readonly [number, number];
  /** K: how often either run answers a question. */
  readonly repeats: readonly [number, number];
  /** Two-sided. */
  readonly alpha: number;
  readonly power: number;
}

/**
 * The questions that a paired comparison needs to find a mean difference `delta`:
 * n = (z_{1−α/2} + z_{power})²·(ω² + σ²_a/K_a + σ²_b/K_b)/δ².
 *
 * Source: Miller 2024, arXiv:2411.00640, section 5.
 *
 * @returns not rounded; `null` for δ = 0, which no number of questions finds
 */
export function pairedSampleSize(design: PairedDesign, delta: number): number | null {
  return delta === 0 ? null : (quantileSum(design) ** 2 * differenceVariance(design)) / (delta * delta);
}

/** The same formula solved for the difference that `n` questions find; `null` for n = 0. */
export function pairedDetectableDifference(design: PairedDesign, n: number): number | null {
  return n > 0 ? quantileSum(design) * Math.sqrt(differenceVariance(design) / n) : null;
}

function quantileSum({ alpha, power }: PairedDesign): number {
  return normalQuantile(1 - alpha / 2) + normalQuantile(power);
}

function differenceVariance({ betweenVariance, withinVariances, repeats }: PairedDesign): number {
  return betweenVariance + withinVariances[0] / repeats[0] + withinVariances[1] / repeats[1];
}
