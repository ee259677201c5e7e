import { exactSum } from './exact-sum.js';
import type { Interval } from './interval.js';
import type { EstimatedMean } from './means/estimated-mean.js';
import { tInterval } from './means/plain-mean.js';
import { roundingOf } from './means/rounding.js';
import { RunningSum } from './running-sum.js';

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
 * S_d that is no larger than the rounding of its residuals counts as 0: see `roundingOf`.
 *
 * @param values gone through twice and not kept, so that memory does not grow with them
 * @param scale the largest |number| that the values were computed from, when they are differences: rounding is as large
 */
export function stratifiedMean(values: Iterable<ClusteredValue>, level = 0.95, scale = 0): StratifiedMean {
  const sample = new SampleFacts(values);
  const { n, mean, fewestClusters } = sample;
  const clusters = sample.clusters.size;
  const reason = whyNoInterval(sample);
  const known = { mean, n, clusters, fewestClusters };
  if (reason !== null || mean === null) return { ...known, ...NOTHING, reason: reason ?? 'no values' };
  const sums = clusterSums(values, sample, mean, scale);
  return sums.isRounding
    ? { ...known, ...NOTHING, reason: 'no spread' }
    : { ...known, ...errorOf(n, mean, sums, level), reason: null };
}

const NOTHING = {
  standardError: null,
  degreesOfFreedom: null,
  interval: null,
  designEffect: null,
  autocorrelation: null,
};

function errorOf(n: number, mean: number, sums: ClusterSums, level: number) {
  const standardError = Math.sqrt(sums.squares) / n;
  const degreesOfFreedom = sums.byCluster.length - 1;
  const independent = sums.deviation / (n - 1) / n;
  return {
    standardError,
    degreesOfFreedom,
    interval: { ...tInterval(mean, standardError, degreesOfFreedom, level), method: 'stratified-cluster-t' },
    designEffect: (standardError * standardError) / independent,
    autocorrelation: lagOne(sums),
  };
}

function whyNoInterval({ first, equal, clusters, fewestClusters }: SampleFacts): NoIntervalReason | null {
  if (first === undefined) return 'no values';
  if (equal && first === 1) return 'at ceiling';
  if (equal && first === 0) return 'at floor';
  if (clusters.size < 2) return 'fewer than two days';
  if (fewestClusters < 2) return 'a channel with one day';
  return equal ? 'no spread' : null;
}

/** What the first pass finds. */
class SampleFacts {
  readonly clusters = new Set<string>();
  readonly strata = new Map<string, Stratum>();
  first: number | undefined;
  equal = true;
  readonly #sum = new RunningSum();

  constructor(values: Iterable<ClusteredValue>) {
    for (const value of values) this.#add(value);
  }

  get n(): number {
    return this.#sum.count;
  }

  get mean(): number | null {
    return this.#sum.mean;
  }

  get fewestClusters(): number {
    const counts = [...this.strata.values()].map(({ clusters }) => clusters.size);
    return counts.reduce((fewest, count) => Math.min(fewest, count), counts[0] ?? 0);
  }

  #add({ value, stratum, cluster }: ClusteredValue): void {
    this.first ??= value;
    this.equal &&= value === this.first;
    this.#sum.add(value);
    this.clusters.add(cluster);
    entryOf(this.strata, stratum, () => new Stratum()).add(value, cluster);
  }
}

class Stratum {
  readonly clusters = new Set<string>();
  readonly #sum = new RunningSum();
  #largest = 0;

  add(value: number, cluster: string): void {
    this.clusters.add(cluster);
    this.#sum.add(value);
    this.#largest = Math.max(this.#largest, Math.abs(value));
  }

  /** The mean, √(D/(D − 1)), and how far a residual may be off. */
  facts(scale: number): StratumFacts {
    const factor = Math.sqrt(this.clusters.size / (this.clusters.size - 1));
    return { mean: this.#sum.mean ?? 0, factor, doubt: factor * roundingOf(Math.max(scale, this.#largest)) };
  }
}

interface StratumFacts {
  readonly mean: number;
  readonly factor: number;
  readonly doubt: number;
}

/** S_d for each cluster in the order of the clusters' names, Σ S_d², and Σ (y − mean)². */
interface ClusterSums {
  readonly byCluster: readonly number[];
  readonly squares: number;
  readonly deviation: number;
  /** Whether every S_d may be 0 and the rest rounding. */
  readonly isRounding: boolean;
}

/** The second pass. */
function clusterSums(values: Iterable<ClusteredValue>, sample: SampleFacts, mean: number, scale: number): ClusterSums {
  const strata = new Map([...sample.strata].map(([name, stratum]) => [name, stratum.facts(scale)]));
  const sums = new Map<string, ClusterSum>();
  const deviation = new RunningSum();
  for (const { value, stratum, cluster } of values) {
    deviation.add((value - mean) ** 2);
    entryOf(sums, cluster, () => new ClusterSum()).add(value, strata.get(stratum));
  }
  const ordered = [...sums.keys()].sort().flatMap((name) => sums.get(name) ?? []);
  const byCluster = ordered.map(({ residual }) => residual.total);
  const isRounding = ordered.every(({ residual, doubt }) => Math.abs(residual.total) <= doubt.total);
  return { byCluster, squares: exactSum(byCluster.map((sum) => sum * sum)), deviation: deviation.total, isRounding };
}

class ClusterSum {
  readonly residual = new RunningSum();
  readonly doubt = new RunningSum();

  add(value: number, { mean, factor, doubt }: StratumFacts = { mean: 0, factor: 1, doubt: 0 }): void {
    this.residual.add((value - mean) * factor);
    this.doubt.add(doubt);
  }
}

function entryOf<T>(map: Map<string, T>, name: string, make: () => T): T {
  const known = map.get(name);
  if (known !== undefined) return known;
  const made = make();
  map.set(name, made);
  return made;
}

/** Σ S_d·S_{d+1} / Σ S_d²; the sums are centred already, because residuals cancel inside each stratum. */
function lagOne({ byCluster, squares }: ClusterSums): number {
  return exactSum(byCluster.slice(1).map((sum, index) => sum * (byCluster[index] ?? 0))) / squares;
}
