import { exactSum } from './exact-sum.js';
import type { Interval } from './interval.js';
import type { EstimatedMean } from './means/estimated-mean.js';
import { magnitude, variance } from './means/moments.js';
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
  const mean = n === 0 ? null : exactSum(values.map(({ value }) => value)) / n;
  const clusters = new Set(values.map(({ cluster }) => cluster)).size;
  const fewestClusters = fewestOf(clustersByStratum(values));
  const reason = whyNoInterval(values, clusters, fewestClusters);
  const known = { mean, n, clusters, fewestClusters };
  if (reason !== null || mean === null) return { ...known, ...NOTHING, reason: reason ?? 'no values' };
  const sums = clusterSums(values, scale);
  return sums.isRounding
    ? { ...known, ...NOTHING, reason: 'no spread' }
    : { ...known, ...errorOf(values, mean, sums, level), reason: null };
}

const NOTHING = {
  standardError: null,
  degreesOfFreedom: null,
  interval: null,
  designEffect: null,
  autocorrelation: null,
};

function errorOf(values: readonly ClusteredValue[], mean: number, sums: ClusterSums, level: number) {
  const n = values.length;
  const standardError = Math.sqrt(sums.squares) / n;
  const degreesOfFreedom = sums.byCluster.length - 1;
  const independent = (variance(values.map(({ value }) => value)) ?? 0) / n;
  return {
    standardError,
    degreesOfFreedom,
    interval: { ...tInterval(mean, standardError, degreesOfFreedom, level), method: 'stratified-cluster-t' },
    designEffect: (standardError * standardError) / independent,
    autocorrelation: lagOne(sums),
  };
}

function whyNoInterval(values: readonly ClusteredValue[], clusters: number, fewest: number): NoIntervalReason | null {
  const first = values[0]?.value;
  if (first === undefined) return 'no values';
  const equal = values.every(({ value }) => value === first);
  if (equal && first === 1) return 'at ceiling';
  if (equal && first === 0) return 'at floor';
  if (clusters < 2) return 'fewer than two days';
  if (fewest < 2) return 'a channel with one day';
  return equal ? 'no spread' : null;
}

function clustersByStratum(values: readonly ClusteredValue[]): ReadonlyMap<string, ReadonlySet<string>> {
  const found = new Map<string, Set<string>>();
  for (const { stratum, cluster } of values) {
    const days = found.get(stratum) ?? new Set<string>();
    found.set(stratum, days.add(cluster));
  }
  return found;
}

function fewestOf(byStratum: ReadonlyMap<string, ReadonlySet<string>>): number {
  const counts = [...byStratum.values()].map((days) => days.size);
  return counts.reduce((fewest, count) => Math.min(fewest, count), counts[0] ?? 0);
}

/** S_d for each cluster in the order of the clusters' names, and Σ S_d². */
interface ClusterSums {
  readonly byCluster: readonly number[];
  readonly squares: number;
  /** Whether every S_d may be 0 and the rest rounding. */
  readonly isRounding: boolean;
}

function clusterSums(values: readonly ClusteredValue[], scale: number): ClusterSums {
  const strata = stratumFacts(values, scale);
  const residuals = grouped(values, ({ cluster, stratum, value }) => {
    const { mean, factor } = strata.get(stratum) ?? NO_STRATUM;
    return [cluster, (value - mean) * factor];
  });
  const doubts = grouped(values, ({ cluster, stratum }) => [cluster, (strata.get(stratum) ?? NO_STRATUM).doubt]);
  const clusters = [...residuals.keys()].sort();
  const byCluster = clusters.map((cluster) => exactSum(residuals.get(cluster) ?? []));
  const bounds = clusters.map((cluster) => exactSum(doubts.get(cluster) ?? []));
  const isRounding = byCluster.every((sum, index) => Math.abs(sum) <= (bounds[index] ?? 0));
  return { byCluster, squares: exactSum(byCluster.map((sum) => sum * sum)), isRounding };
}

/** The mean of a stratum, its √(D/(D − 1)), and how far a residual of it may be off. */
interface StratumFacts {
  readonly mean: number;
  readonly factor: number;
  readonly doubt: number;
}

const NO_STRATUM: StratumFacts = { mean: 0, factor: 1, doubt: 0 };

function stratumFacts(values: readonly ClusteredValue[], scale: number): ReadonlyMap<string, StratumFacts> {
  const days = clustersByStratum(values);
  const groups = grouped(values, ({ stratum, value }) => [stratum, value]);
  const facts = [...groups].map(([stratum, group]) => {
    const count = days.get(stratum)?.size ?? 1;
    const factor = Math.sqrt(count / (count - 1));
    const largest = Math.max(scale, magnitude(group));
    return [stratum, { mean: exactSum(group) / group.length, factor, doubt: ROUNDING * factor * largest }] as const;
  });
  return new Map(facts);
}

function grouped(
  values: readonly ClusteredValue[],
  entry: (value: ClusteredValue) => readonly [string, number],
): ReadonlyMap<string, readonly number[]> {
  const groups = new Map<string, number[]>();
  for (const value of values) {
    const [key, number] = entry(value);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [number]);
    else group.push(number);
  }
  return groups;
}

/** Σ S_d·S_{d+1} / Σ S_d²; the sums are centred already, because residuals cancel inside each stratum. */
function lagOne({ byCluster, squares }: ClusterSums): number {
  return exactSum(byCluster.slice(1).map((sum, index) => sum * (byCluster[index] ?? 0))) / squares;
}
