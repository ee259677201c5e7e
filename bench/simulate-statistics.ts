/**
 * What the statistics do where the truth is known: prints the tables of docs/statistics.md.
 *
 *   node build/bench/simulate-statistics.js           # 10,000 runs a line, some minutes
 *   node build/bench/simulate-statistics.js 1000 2    # fewer runs, another seed
 */
import { PureRandFactory } from '#etalon/infrastructure/system/pure-rand-factory.js';
import { earlyStopping } from '../tests/support/simulation/early-stopping.js';
import { falseAlarms } from '../tests/support/simulation/false-alarms.js';
import type { MeanWorld } from '../tests/support/simulation/mean-coverage.js';
import { meanCoverage } from '../tests/support/simulation/mean-coverage.js';
import { quantileCoverage } from '../tests/support/simulation/quantile-coverage.js';

const [runs = 10_000, seed = 1] = process.argv.slice(2).map(Number);
const random = (purpose: string) => new PureRandFactory().seeded(seed, purpose);
const percent = (share: number | null) => (share === null ? 'null' : `${(100 * share).toFixed(1)} %`);

function table(title: string, headings: readonly string[], rows: readonly (readonly (string | number)[])[]): void {
  console.log(`\n${title}\n`);
  console.log(`| ${headings.join(' | ')} |`);
  console.log(`| ${headings.map(() => '---').join(' | ')} |`);
  for (const row of rows) console.log(`| ${row.join(' | ')} |`);
}

console.log(`${runs} runs a line, seed ${seed}`);

const BALANCED = { missing: 0, skewed: false, dayCorrelation: 0 };
const WORLDS = [
  ['shared days', BALANCED],
  ['a third of the days missing', { ...BALANCED, missing: 1 / 3 }],
  ['skewed scores', { ...BALANCED, skewed: true }],
  ['skewed, a third missing', { ...BALANCED, skewed: true, missing: 1 / 3 }],
  ['days correlated at 0.3', { ...BALANCED, dayCorrelation: 0.3 }],
] as const;
const covered = (world: MeanWorld) => {
  const { covered, withInterval } = meanCoverage(world, runs, random(`mean ${JSON.stringify(world)}`));
  return percent(covered / withInterval);
};
table(
  'Coverage of nominal 95 % intervals of a mean score, five channels',
  ['days', ...WORLDS.map(([name]) => name)],
  [5, 10, 30, 100].map((days) => [days, ...WORLDS.map(([, world]) => covered({ days, ...world }))]),
);

table(
  'The same when each channel has samples on only some of 30 days',
  ['days a channel', ...WORLDS.map(([name]) => name)],
  [2, 3, 5, 10].map((daysPerChannel) => [
    daysPerChannel,
    ...WORLDS.map(([, world]) => covered({ days: 30, daysPerChannel, ...world })),
  ]),
);

table(
  'Coverage of nominal 95 % bounds of a latency quantile: two-sided interval / one-sided upper bound',
  ['latencies', 'p50', 'p90', 'p95', 'p99'],
  [10, 30, 60, 100, 400].map((n) => [
    n,
    ...[0.5, 0.9, 0.95, 0.99].map((p) => {
      const { twoSided, oneSided } = quantileCoverage(n, p, runs, random(`quantile ${n} ${p}`));
      return `${percent(twoSided)} / ${percent(oneSided)}`;
    }),
  ]),
);

table(
  'Any of five metrics called different at 5 % when nothing differs',
  ['days', 'variance that the metrics share', 'worse', 'worse or better', 'worse without Holm'],
  [10, 30, 100].flatMap((days) =>
    [0, 0.5].map((shared) => {
      const alarms = falseAlarms({ days, shared }, runs, random(`alarms ${days} ${shared}`));
      return [days, percent(shared), ...[alarms.worse, alarms.either, alarms.uncorrected].map(percent)];
    }),
  ),
);

table(
  'Early stopping: five metrics, margin 0.02, N = 1,000, α = 0.05',
  ['true difference', 'sd of differences', 'says worse', 'says not worse', 'judge calls used'],
  [0.1, 0.2].flatMap((deviation) =>
    [0.02, 0, -0.02, -0.05, -0.1].map((difference) => {
      const outcome = earlyStopping({ difference, deviation }, runs / 10, random(`stop ${difference} ${deviation}`));
      return [difference, deviation, percent(outcome.worse), percent(outcome.notWorse), outcome.share.toFixed(3)];
    }),
  ),
);
