import { exactSum } from './exact-sum.js';
import { groupBy } from './group-by.js';
import type { Interval } from './interval.js';
import type { EstimatedMean } from './means/estimated-mean.js';
import { magnitude, mean, meanOfSome, sumOfSquares } from './means/moments.js';
import { tInterval } from './means/plain-mean.js';
import { ROUNDING } from './means/rounding.js';

/** One observation: its value, the stratum (channel) and the cluster (day) that it belongs to. */
export interface ClusteredValue {
  readonly value: number;
  readonly stratum: string;
  readonly cluster: string;
}

/** Why a mean has no interval. */
export type NoIntervalReason =
  'no values' | 'at ceiling' | 'at floor' | 'no spread' | 'fewer than two days' | 'a channel with one day';

/** A mean with what is known about its error. */
export interface StratifiedMean extends EstimatedMean {
  /** `null` for no values. */
  readonly mean: number | null;
  readonly n: number;
  /** `null` wherever the interval is, and `reason` says why. */
  readonly standardError: number | null;
  /** Clusters − 1; `null` without an interval. */
  readonly degreesOfFreedom: number | null;
  readonly interval: Interval | null;
  readonly clusters: number;
  /** SE² over that of as many independent values, s²/n; `null` without an interval. */
  readonly designEffect: number | null;
  /** Lag-1 autocorrelation of the clusters' residual sums in the order of their names; `null` without an interval. */
  readonly autocorrelation: number | null;
  /** The fewest clusters that any stratum has; 0 for no values. */
  readonly fewestClusters: number;
  readonly reason: NoIntervalReason | null;
}

/**
 * The plain mean of scores and its error when strata are fixed (these channels) and clusters are drawn (other days):
 * e = (y − mean of its stratum)·√(D/(D − 1)), D the stratum's number of clusters; S_d = Σ e over cluster d;
 * SE = √(Σ S_d²)/n; Student's t with G − 1 degrees of freedom, G the number of clusters.
 *
 * Source: the linearisation estimator of a stratified cluster sample (Wolter 2007, Introduction to Variance Estimation,
 * ch. 6) with strata that share their clusters; one stratum gives the CR1 clustered error, clusters of one the plain one.
 *
 * Degenerate data has a mean and no interval, with the reason: equal values (at the ceiling, at the floor), no spread of
 * the S_d (channels that never change, or whose changes cancel every day), one cluster, a stratum with one cluster. An
 * S_d that is no larger than the rounding of its residuals counts as 0: see `ROUNDING`.
 *
 * @param scale the largest |number| that the values were computed from, when they are differences: rounding is as large
 */
export function stratifiedMean(values: readonly ClusteredValue[], level = 0.95, scale = 0): StratifiedMean {
  const n = values.length;
  const average = mean(values.map(({ value }) => value));
  const clusters = countClusters(values);
  const counts = strataOf(values).map(countClusters);
  const fewestClusters = counts.reduce((fewest, count) => Math.min(fewest, count), counts[0] ?? 0);
  const known = { mean: average, n, clusters, fewestClusters };
  if (average === null) return { ...known, ...NOTHING, reason: 'no values' };
  const reason = whyNoInterval(values, clusters, fewestClusters);
  if (reason !== null) return { ...known, ...NOTHING, reason };
  const sums = clusterSums(values, scale);
  return sums.isRounding
    ? { ...known, ...NOTHING, reason: 'no spread' }
    : { ...known, ...errorOf(values, average, sums, level), reason: null };
}

const NOTHING = {
  standardError: null,
  degreesOfFreedom: null,
  interval: null,
  designEffect: null,
  autocorrelation: null,
};

function errorOf(values: readonly ClusteredValue[], average: number, sums: ClusterSums, level: number) {
  const n = values.length;
  const standardError = Math.sqrt(sums.squares) / n;
  const degreesOfFreedom = sums.byCluster.length - 1;
  const independent = sumOfSquares(values.map(({ value }) => value)) / (n * (n - 1));
  return {
    standardError,
    degreesOfFreedom,
    interval: { ...tInterval(average, standardError, degreesOfFreedom, level), method: 'stratified-cluster-t' },
    designEffect: (standardError * standardError) / independent,
    autocorrelation: lagOne(sums),
  };
}

function whyNoInterval(values: readonly ClusteredValue[], clusters: number, fewest: number): NoIntervalReason | null {
  const distinct = new Set(values.map(({ value }) => value));
  const equal = distinct.size === 1;
  if (equal && distinct.has(1)) return 'at ceiling';
  if (equal && distinct.has(0)) return 'at floor';
  if (clusters < 2) return 'fewer than two days';
  if (fewest < 2) return 'a channel with one day';
  return equal ? 'no spread' : null;
}

/** The values of each stratum. */
function strataOf(values: readonly ClusteredValue[]): readonly (readonly ClusteredValue[])[] {
  return [...groupBy(values, ({ stratum }) => stratum).values()];
}

function countClusters(values: readonly ClusteredValue[]): number {
  return new Set(values.map(({ cluster }) => cluster)).size;
}

/** S_d for each cluster in the order of the clusters' names, and Σ S_d². */
interface ClusterSums {
  readonly byCluster: readonly number[];
  readonly squares: number;
  /** Whether every S_d may be 0 and the rest rounding. */
  readonly isRounding: boolean;
}

function clusterSums(values: readonly ClusteredValue[], scale: number): ClusterSums {
  const residuals = strataOf(values).flatMap((stratum) => residualsOf(stratum, scale));
  const clusters = [...groupBy(residuals, ({ cluster }) => cluster)].sort(([left], [right]) => (left < right ? -1 : 1));
  const sums = clusters.map(([, group]) => ({
    sum: exactSum(group.map(({ residual }) => residual)),
    doubt: exactSum(group.map(({ doubt }) => doubt)),
  }));
  const isRounding = sums.every(({ sum, doubt }) => Math.abs(sum) <= doubt);
  return { byCluster: sums.map(({ sum }) => sum), squares: exactSum(sums.map(({ sum }) => sum * sum)), isRounding };
}

/** e of a value with its cluster, and how far it may be off. */
interface Residual {
  readonly cluster: string;
  readonly residual: number;
  readonly doubt: number;
}

function residualsOf(stratum: readonly ClusteredValue[], scale: number): readonly Residual[] {
  const numbers = stratum.map(({ value }) => value);
  const centre = meanOfSome(numbers);
  const count = countClusters(stratum);
  const factor = Math.sqrt(count / (count - 1));
  const doubt = ROUNDING * factor * Math.max(scale, magnitude(numbers));
  return stratum.map(({ cluster, value }) => ({ cluster, residual: (value - centre) * factor, doubt }));
}

/** Σ S_d·S_{d+1} / Σ S_d²; the sums are centred already, because residuals cancel inside each stratum. */
function lagOne({ byCluster, squares }: ClusterSums): number {
  return exactSum(byCluster.slice(1).map((sum, index) => sum * (byCluster[index] ?? 0))) / squares;
}
