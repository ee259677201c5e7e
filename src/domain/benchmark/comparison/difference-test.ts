import { exactSum } from '../../statistics/exact-sum.js';
import type { Interval } from '../../statistics/interval.js';
import { normalQuantile } from '../../statistics/normal-distribution.js';
import type { ClusteredValue, StratifiedMean } from '../../statistics/stratified-mean.js';
import { stratifiedMean } from '../../statistics/stratified-mean.js';
import { tCdf, tQuantile } from '../../statistics/t-distribution.js';

/** The power at which the smallest detectable difference is stated. */
const POWER = 0.8;

/** What paired differences say about their mean. */
export interface DifferenceTest {
  readonly mean: number | null;
  readonly n: number;
  readonly clusters: number;
  /** Whether all of the differences are exactly 0. */
  readonly identical: boolean;
  /** 95 %. */
  readonly interval: Interval | null;
  /** 1 − 2α: inside ± margin, both one-sided tests at α reject a difference of the margin (TOST). */
  readonly equivalenceInterval: Interval | null;
  /** Two-sided, against no difference. */
  readonly pValue: number | null;
  /** Cohen's d_z: mean over standard deviation of the differences. */
  readonly effectSize: number | null;
  /** (z(1 − α/2) + z(0.8)) · SE: the difference that such data shows four times out of five. */
  readonly mde: number | null;
  /** Why there is no interval, or what else to know; `null` for nothing. */
  readonly reason: string | null;
}

/**
 * Tests paired differences with channels as strata and days as clusters, as single runs are estimated.
 *
 * Differences that are all alike have no standard error. Then only their signs are tested, one a day (every day on the
 * same side has probability 2^(1 − days) when both sides are equally likely), and nothing is claimed about their size.
 *
 * Sources: Student's t on the stratified cluster mean (see `stratifiedMean`); Schuirmann 1987 for the two one-sided
 * tests; Cohen 1988 for d_z; Miller 2024, section 5, for the detectable difference.
 */
export function differenceTest(differences: readonly ClusteredValue[], alpha: number): DifferenceTest {
  const estimate = stratifiedMean(differences);
  const identical = differences.length > 0 && differences.every(({ value }) => value === 0);
  const { mean, n, clusters } = estimate;
  const base = { mean, n, clusters, identical, effectSize: effectSizeOf(differences, mean) };
  const error = errorOf(estimate);
  if (error !== null) return { ...base, ...tested(error, alpha), reason: null };
  if (identical) return { ...base, ...NOTHING, pValue: 1, mde: null, reason: 'identical results' };
  return { ...base, ...NOTHING, ...signsOnly(differences, estimate) };
}

const NOTHING = { interval: null, equivalenceInterval: null, mde: null };

/** A mean with its standard error. */
interface MeanError {
  readonly mean: number;
  readonly se: number;
  readonly df: number;
}

function errorOf({ mean, standardError: se, degreesOfFreedom: df }: StratifiedMean): MeanError | null {
  return mean === null || se === null || df === null ? null : { mean, se, df };
}

function tested({ mean, se, df }: MeanError, alpha: number) {
  return {
    interval: intervalOf({ mean, se, df }, 0.95),
    equivalenceInterval: intervalOf({ mean, se, df }, 1 - 2 * alpha),
    pValue: 2 * tCdf(-Math.abs(mean / se), df),
    mde: (normalQuantile(1 - alpha / 2) + normalQuantile(POWER)) * se,
  };
}

function intervalOf({ mean, se, df }: MeanError, level: number): Interval {
  const half = tQuantile((1 + level) / 2, df) * se;
  return { lower: mean - half, upper: mean + half, level, method: 'paired-stratified-cluster-t' };
}

function effectSizeOf(differences: readonly ClusteredValue[], mean: number | null): number | null {
  if (mean === null || differences.length < 2) return null;
  const squares = exactSum(differences.map(({ value }) => (value - mean) ** 2));
  return squares === 0 ? null : mean / Math.sqrt(squares / (differences.length - 1));
}

/** Too few days say nothing; differences without spread say which side they are on. */
function signsOnly(differences: readonly ClusteredValue[], { clusters, reason, fewestClusters }: StratifiedMean) {
  const sign = Math.sign(differences[0]?.value ?? 0);
  const oneSided = sign !== 0 && differences.every(({ value }) => Math.sign(value) === sign);
  if (!oneSided || clusters < 2 || fewestClusters < 2) return { pValue: null, reason: reason ?? 'no spread' };
  return { pValue: 2 ** (1 - clusters), reason: `no spread: the signs of ${clusters} days are tested` };
}
