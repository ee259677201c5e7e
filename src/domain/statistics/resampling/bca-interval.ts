import { normalCdf, normalQuantile } from '../distributions/normal-distribution.js';
import { exactSum } from '../exact-sum.js';
import type { Interval } from '../interval.js';
import { mean } from '../means/moments.js';
import { quantileType7 } from '../quantile.js';

/** What a bootstrap gave. */
export interface BootstrapSample {
  /** The statistic of the data itself. */
  readonly estimate: number;
  /** The statistic of each resample. */
  readonly replicates: ArrayLike<number> & Iterable<number>;
  /** The statistic without the first unit (value or cluster), without the second, … */
  readonly jackknife: readonly number[];
}

/** Bootstrap intervals with what they were corrected by. */
export interface BootstrapIntervals {
  /** Bias correction: the normal quantile of the share of replicates below the estimate, ties as half. */
  readonly z0: number | null;
  /** From the skewness of the jackknife. */
  readonly acceleration: number | null;
  /** Bias-corrected and accelerated; `null` where a correction is undefined. */
  readonly bca: Interval | null;
  /** The plain quantiles of the replicates; `null` for none. */
  readonly percentile: Interval | null;
}

/**
 * The BCa interval (and the percentile interval) of a statistic, with type 7 quantiles of the replicates.
 *
 * z₀ = Φ⁻¹((#below + ½·#equal)/B), a = Σ(θ̄ − θᵢ)³/(6·(Σ(θ̄ − θᵢ)²)^{3/2}), and the quantiles at
 * Φ(z₀ + (z₀ + z)/(1 − a(z₀ + z))) for z = ∓z_{1−α/2}.
 *
 * Source: Efron 1987, J. Am. Stat. Assoc. 82, 171–185; the share with ties as half as in Davison & Hinkley 1997, 5.3.2.
 *
 * No spread in the jackknife has no acceleration, and an estimate outside all replicates no bias correction: `null`.
 */
export function bcaInterval(sample: BootstrapSample, level = 0.95): BootstrapIntervals {
  const sorted = Float64Array.from(sample.replicates).sort();
  const z0 = biasOf(sorted, sample.estimate);
  const acceleration = accelerationOf(sample.jackknife);
  const tail = (1 - level) / 2;
  const between = (low: number, high: number, method: string) => intervalAt(sorted, [low, high], level, method);
  const percentile = between(tail, 1 - tail, 'bootstrap percentile');
  if (z0 === null || acceleration === null) return { z0, acceleration, bca: null, percentile };
  const shifted = (z: number) => normalCdf(z0 + (z0 + z) / (1 - acceleration * (z0 + z)));
  const z = normalQuantile(1 - tail);
  return { z0, acceleration, bca: between(shifted(-z), shifted(z), 'bootstrap BCa'), percentile };
}

/** Σ(θ̄ − θᵢ)³/(6·(Σ(θ̄ − θᵢ)²)^{3/2}); `null` without spread. */
function accelerationOf(jackknife: readonly number[]): number | null {
  const centre = mean(jackknife);
  if (centre === null || jackknife.every((value) => value === jackknife[0])) return null;
  const distances = jackknife.map((value) => centre - value);
  const squares = exactSum(distances.map((distance) => distance ** 2));
  return exactSum(distances.map((distance) => distance ** 3)) / (6 * squares ** 1.5);
}

function biasOf(sorted: Float64Array, estimate: number): number | null {
  const share = (firstFrom(sorted, (value) => value >= estimate) + firstFrom(sorted, (value) => value > estimate)) / 2;
  return share === 0 || share === sorted.length ? null : normalQuantile(share / sorted.length);
}

/** How many values stand before the first for which `holds` is true. */
function firstFrom(sorted: Float64Array, holds: (value: number) => boolean): number {
  const found = sorted.findIndex(holds);
  return found === -1 ? sorted.length : found;
}

function intervalAt(
  sorted: Float64Array,
  [low, high]: readonly [number, number],
  level: number,
  method: string,
): Interval | null {
  const [lower, upper] = [quantileType7(sorted, low), quantileType7(sorted, high)];
  return lower === null ? null : { lower, upper, level, method };
}
