import type { RandomSource } from '#etalon/domain/shared/random-source.js';
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

/** How often any metric is called worse at 5 %, with Holm's correction and without. */
export function falseAlarms(
  { days, shared }: EqualRuns,
  runs: number,
  random: RandomSource,
): { readonly corrected: number; readonly uncorrected: number } {
  let [corrected, uncorrected] = [0, 0];
  for (let run = 0; run < runs; run += 1) {
    const p = worseP(days, shared, random);
    if (holm(p).some((value) => value! <= 0.05)) corrected += 1;
    if (p.some((value) => value <= 0.05)) uncorrected += 1;
  }
  return { corrected: corrected / runs, uncorrected: uncorrected / runs };
}

/** The one-sided p value of "the candidate is worse" for each metric. */
function worseP(days: number, shared: number, random: RandomSource): number[] {
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
    return meanTest(stratifiedDifference(pairs), 0)!.pBelow;
  });
}
