import type { RandomSource } from '#etalon/domain/shared/random-source.js';
import { shuffled } from '#etalon/domain/shared/shuffled.js';
import type { ClusteredValue } from '#etalon/domain/statistics/stratified-mean.js';
import { stratifiedMean } from '#etalon/domain/statistics/stratified-mean.js';
import { correlated, normal, skewed } from './draws.js';

/** A world of channels and days in which the mean score is known. */
export interface MeanWorld {
  readonly days: number;
  /** On how many of these days a channel has a sample, drawn for each channel; all unless given. */
  readonly daysPerChannel?: number;
  /** The share of a channel's days that have no sample. */
  readonly missing: number;
  readonly skewed: boolean;
  /** Of a day's common effect with that of the day before. */
  readonly dayCorrelation: number;
}

/** How often the interval held the truth, of the runs that had one. */
export interface Coverage {
  readonly covered: number;
  readonly withInterval: number;
}

const CHANNEL_MEANS = [0.62, 0.7, 0.78, 0.84, 0.9];
const DAY_EFFECT = 0.03;
const OWN_EFFECT = 0.06;

/** Draws the world again and again, each time with other days, and looks whether the 95 % interval holds its mean. */
export function meanCoverage(world: MeanWorld, runs: number, random: RandomSource): Coverage {
  let [covered, withInterval] = [0, 0];
  for (let run = 0; run < runs; run += 1) {
    const { values, truth } = drawWorld(world, random);
    const { interval } = stratifiedMean(values);
    if (interval === null) continue;
    withInterval += 1;
    if (interval.lower! <= truth && truth <= interval.upper!) covered += 1;
  }
  return { covered, withInterval };
}

function drawWorld(world: MeanWorld, random: RandomSource): { values: ClusteredValue[]; truth: number } {
  const common = correlated(random, world.days, world.dayCorrelation);
  const own = world.skewed ? skewed : normal;
  const values: ClusteredValue[] = [];
  let expected = 0;
  CHANNEL_MEANS.forEach((channelMean, channel) => {
    for (const day of daysOf(world, random)) {
      if (random.next() < world.missing) continue;
      const value = channelMean + DAY_EFFECT * common[day]! + OWN_EFFECT * own(random);
      values.push({ value, stratum: `${channel}`, cluster: `${day}`.padStart(3, '0') });
      expected += channelMean;
    }
  });
  return { values, truth: expected / values.length };
}

function daysOf({ days, daysPerChannel = days }: MeanWorld, random: RandomSource): readonly number[] {
  const all = Array.from({ length: days }, (_, day) => day);
  return daysPerChannel === days ? all : shuffled(all, random).slice(0, daysPerChannel);
}
