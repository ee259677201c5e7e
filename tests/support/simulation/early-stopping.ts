import type { RandomSource } from '#etalon/domain/shared/random-source.js';
import type { MetricBets, StopDecision } from '#etalon/domain/statistics/sequential/paired-stop.js';
import { NO_BETS, observeDifference, stopDecision } from '#etalon/domain/statistics/sequential/paired-stop.js';
import { normal } from './draws.js';

/** Two runs of five metrics over 1,000 samples whose full difference is known. */
export interface StoppedRuns {
  /** The mean difference of the whole run, the same for every metric. */
  readonly difference: number;
  /** Standard deviation of a sample's differences. */
  readonly deviation: number;
}

/** Where early stopping ended, as shares of the runs, and how many of the judge calls it took on average. */
export interface StoppingOutcome {
  readonly worse: number;
  readonly notWorse: number;
  readonly share: number;
}

const METRICS = 5;
const RULE = { population: 1000, margin: 0.02, alpha: 0.05 };

/** Runs the benchmark again and again, in random order, until it decides or ends. */
export function earlyStopping(world: StoppedRuns, runs: number, random: RandomSource): StoppingOutcome {
  const counts: Record<StopDecision, number> = { worse: 0, 'not worse': 0, 'go on': 0 };
  let judged = 0;
  for (let run = 0; run < runs; run += 1) {
    const metrics = Array.from({ length: METRICS }, () => population(world, random));
    const { decision, samples } = stopOf(metrics);
    counts[decision] += 1;
    judged += samples;
  }
  return {
    worse: counts.worse / runs,
    notWorse: counts['not worse'] / runs,
    share: judged / (runs * RULE.population),
  };
}

/** All differences of a metric, their mean exactly as asked for; they are independent, so any order is a random one. */
function population({ difference, deviation }: StoppedRuns, random: RandomSource): number[] {
  const drawn = Array.from({ length: RULE.population }, () => deviation * normal(random));
  const shift = difference - drawn.reduce((sum, value) => sum + value, 0) / drawn.length;
  return drawn.map((value) => Math.min(1, Math.max(-1, value + shift)));
}

function stopOf(metrics: readonly (readonly number[])[]): { decision: StopDecision; samples: number } {
  let bets: MetricBets[] = metrics.map(() => NO_BETS);
  for (let sample = 0; sample < RULE.population; sample += 1) {
    bets = bets.map((own, metric) => observeDifference(own, metrics[metric]![sample]!, RULE));
    const decision = stopDecision(bets, RULE.alpha);
    if (decision !== 'go on') return { decision, samples: sample + 1 };
  }
  return { decision: 'go on', samples: RULE.population };
}
