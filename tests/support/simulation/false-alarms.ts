import type { RandomSource } from '#etalon/domain/shared/random-source.js';
import type { MeanTest } from '#etalon/domain/statistics/comparison/mean-test.js';
import { meanTest } from '#etalon/domain/statistics/comparison/mean-test.js';
import { stratifiedDifference } from '#etalon/domain/statistics/comparison/stratified-difference.js';
import { holm } from '#etalon/domain/statistics/multiplicity/holm.js';
import { normal } from './draws.js';

/** Two runs of five metrics between which nothing differs. */
export interface EqualRuns {
  readonly days: number;
  /** Share of the variance of the differences that the metrics have in common. */
  readonly shared: number;
}

const METRICS = 5;
const CHANNELS = 5;

/** How often a run is called something that it is not, as shares of the runs. */
export interface FalseAlarms {
  /** Any metric worse: Holm-corrected two-sided p ≤ 5 % and a negative difference. */
  readonly worse: number;
  /** Any metric worse or better. */
  readonly either: number;
  /** Any metric worse, without the correction. */
  readonly uncorrected: number;
}

/** Compares equal runs again and again and counts what is called different. */
export function falseAlarms(world: EqualRuns, runs: number, random: RandomSource): FalseAlarms {
  const counts = { worse: 0, either: 0, uncorrected: 0 };
  for (let run = 0; run < runs; run += 1) {
    const tests = testsOf(world, random);
    const found = holm(tests.map(({ p }) => p)).map((p) => p! <= 0.05);
    counts.worse += Number(tests.some(({ t }, metric) => found[metric] && t < 0));
    counts.either += Number(found.includes(true));
    counts.uncorrected += Number(tests.some(({ t, p }) => p <= 0.05 && t < 0));
  }
  return { worse: counts.worse / runs, either: counts.either / runs, uncorrected: counts.uncorrected / runs };
}

/** The test of each metric's mean difference against 0. */
function testsOf({ days, shared }: EqualRuns, random: RandomSource): MeanTest[] {
  const places = Array.from({ length: CHANNELS * days }, (_, index) => {
    const [channel, day] = [index % CHANNELS, Math.floor(index / CHANNELS)];
    return { stratum: `${channel}`, cluster: `${day}`.padStart(3, '0'), common: normal(random) };
  });
  const dayEffects = Array.from({ length: days }, () => normal(random));
  return Array.from({ length: METRICS }, () => {
    const pairs = places.map(({ stratum, cluster, common }) => {
      const own = Math.sqrt(shared) * common + Math.sqrt(1 - shared) * normal(random);
      return { baseline: 0.7, candidate: 0.7 + 0.02 * dayEffects[Number(cluster)]! + 0.08 * own, stratum, cluster };
    });
    return meanTest(stratifiedDifference(pairs), 0)!;
  });
}
