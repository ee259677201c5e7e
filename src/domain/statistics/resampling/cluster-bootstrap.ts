import type { RandomSource } from '../../shared/random-source.js';
import { exactSum } from '../exact-sum.js';
import { groupBy } from '../group-by.js';
import { roundingOf } from '../means/rounding.js';
import { valueAt } from '../value-at.js';
import type { BootstrapIntervals } from './bca-interval.js';
import { bcaInterval } from './bca-interval.js';

/** What a cluster adds to a ratio: for a mean, the sum of its values and how many there are. */
export interface ClusterTotal {
  readonly numerator: number;
  readonly denominator: number;
}

/** A ratio of sums over clusters, with its bootstrap intervals. */
export interface ClusterBootstrap extends BootstrapIntervals {
  /** Σ numerators / Σ denominators; `null` for no clusters or a denominator of 0. */
  readonly estimate: number | null;
  readonly clusters: number;
  readonly reason: 'no values' | 'fewer than two clusters' | 'no spread' | null;
}

/** How a bootstrap is run. */
export interface BootstrapOptions {
  readonly random: RandomSource;
  /** 10,000 unless given. */
  readonly resamples?: number;
  readonly level?: number;
}

/**
 * The bootstrap of a ratio of sums (a mean among them): whole clusters are drawn with replacement, and only their sums are
 * added up, so that a resample costs as much as there are clusters, however many values they hold.
 *
 * Source: Davison & Hinkley 1997, Bootstrap Methods and their Application, 3.8; interval: `bcaInterval`.
 *
 * One cluster, or clusters that all have the same ratio, have an estimate and no interval: `reason` says why.
 */
export function clusterBootstrap(totals: readonly ClusterTotal[], options: BootstrapOptions): ClusterBootstrap {
  const { random, resamples = 10_000, level = 0.95 } = options;
  const sums = sumsOf(totals);
  const clusters = totals.length;
  if (sums.denominator === 0) return { ...NOTHING, estimate: null, clusters, reason: 'no values' };
  const estimate = sums.numerator / sums.denominator;
  const jackknife = totals.map((total) => withoutOne(sums, total));
  const reason = whyNone(totals, estimate);
  if (reason !== null) return { ...NOTHING, estimate, clusters, reason };
  const replicates = resample(totals, resamples, random);
  return { ...bcaInterval({ estimate, replicates, jackknife }, level), estimate, clusters, reason: null };
}

/** The totals of a mean: the sum and the number of the values of each cluster, in the order of first appearance. */
export function clusterTotals(
  values: readonly { readonly value: number; readonly cluster: string }[],
): readonly ClusterTotal[] {
  return [...groupBy(values, ({ cluster }) => cluster).values()].map((group) => ({
    numerator: exactSum(group.map(({ value }) => value)),
    denominator: group.length,
  }));
}

const NOTHING = { z0: null, acceleration: null, bca: null, percentile: null };

function sumsOf(totals: readonly ClusterTotal[]): ClusterTotal {
  const of = (part: keyof ClusterTotal) => exactSum(totals.map((total) => total[part]));
  return { numerator: of('numerator'), denominator: of('denominator') };
}

function withoutOne(sums: ClusterTotal, total: ClusterTotal): number {
  return (sums.numerator - total.numerator) / (sums.denominator - total.denominator);
}

function whyNone(totals: readonly ClusterTotal[], estimate: number): ClusterBootstrap['reason'] {
  if (totals.length < 2) return 'fewer than two clusters';
  const spread = totals.some(
    ({ numerator, denominator }) => Math.abs(numerator - estimate * denominator) > roundingOf(Math.abs(numerator)),
  );
  return spread ? null : 'no spread';
}

/** Bits of a random number, and how many of them are left over so that no cluster is favoured by more than 2⁻²⁰. */
const BITS = 53;
const SPARE_BITS = 20;

/** The ratio of each resample. */
function resample(totals: readonly ClusterTotal[], resamples: number, random: RandomSource): Float64Array {
  const sums = Float64Array.from(totals.flatMap(({ numerator, denominator }) => [numerator, denominator]));
  const digits = Math.max(1, Math.floor((BITS - SPARE_BITS) / Math.log2(totals.length)));
  return new Float64Array(resamples).map(() => drawRatio(sums, digits, random));
}

/**
 * One resample, all that a bootstrap spends its time on: the clusters drawn are the digits of random numbers to the base of
 * how many there are, so that a number serves several draws.
 */
function drawRatio(sums: Float64Array, digits: number, random: RandomSource): number {
  const clusters = sums.length / 2;
  let [numerator, denominator, rest] = [0, 0, 0];
  for (let drawn = 0; drawn < clusters; drawn += 1) {
    rest = clusters * (drawn % digits === 0 ? random.next() : rest);
    const cluster = Math.floor(rest);
    rest -= cluster;
    numerator += valueAt(sums, 2 * cluster);
    denominator += valueAt(sums, 2 * cluster + 1);
  }
  return numerator / denominator;
}
