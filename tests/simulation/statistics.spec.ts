import { expect } from 'chai';
import { PureRandFactory } from '#etalon/infrastructure/system/pure-rand-factory.js';
import { earlyStopping } from '../support/simulation/early-stopping.js';
import { falseAlarms } from '../support/simulation/false-alarms.js';
import { meanCoverage } from '../support/simulation/mean-coverage.js';
import { quantileCoverage } from '../support/simulation/quantile-coverage.js';

/**
 * The statistics in worlds whose truth is known, with room for three standard errors of the simulation itself.
 * `bench/simulate-statistics.ts` prints the whole table.
 */
const RUNS = 10_000;
/** Each of them has 1,000 samples. */
const STOPPED_RUNS = 1000;
const random = (purpose: string) => new PureRandFactory().seeded(1, purpose);
/** How far a share of `runs` may be off by chance. */
const room = (share: number, runs: number) => 3 * Math.sqrt((share * (1 - share)) / runs);

describe('statistics in simulated worlds', function () {
  this.timeout(300_000);

  const BALANCED = { missing: 0, skewed: false, dayCorrelation: 0 };
  const worlds = {
    'shared days': BALANCED,
    'a third of the days missing': { ...BALANCED, missing: 1 / 3 },
    'skewed scores': { ...BALANCED, skewed: true },
  };
  for (const [days, lowest] of [
    [10, 0.93],
    [30, 0.94],
    [100, 0.94],
  ] as const)
    for (const [name, world] of Object.entries(worlds))
      it(`95 % intervals of a mean hold it in ${100 * lowest} to 97 %: ${days} days, ${name}`, () => {
        const { covered, withInterval } = meanCoverage({ days, ...world }, RUNS, random(`mean ${days} ${name}`));
        expect(withInterval).to.be.at.least(0.99 * RUNS);
        expect(covered / withInterval).to.be.within(lowest - room(0.95, RUNS), 0.97 + room(0.95, RUNS));
      });

  it('correlated days and channels with few of the days cost coverage: that is why they are called weak', () => {
    const share = (world: object) => {
      const { covered, withInterval } = meanCoverage({ days: 30, ...BALANCED, ...world }, RUNS, random('weak'));
      return covered / withInterval;
    };
    expect(share({ dayCorrelation: 0.3 })).to.be.within(0.85, 0.92);
    expect(share({ daysPerChannel: 2 })).to.be.within(0.86, 0.945);
    expect(share({ daysPerChannel: 10 })).to.be.above(0.93);
  });

  it('bounds of latency quantiles hold at least 94 %, or there are none', () => {
    for (const n of [10, 60, 100])
      for (const p of [0.5, 0.9, 0.95, 0.99]) {
        const { twoSided, oneSided } = quantileCoverage(n, p, RUNS, random(`quantile ${n} ${p}`));
        expect(twoSided ?? 1, `p${100 * p} of ${n}`).to.be.at.least(0.94 - room(0.95, RUNS));
        expect(oneSided ?? 1, `p${100 * p} of ${n}, one-sided`).to.be.at.least(0.94 - room(0.95, RUNS));
      }
    expect(quantileCoverage(60, 0.95, 10, random('few'))).to.include({ twoSided: null });
    expect(quantileCoverage(58, 0.95, 10, random('fewer'))).to.include({ oneSided: null });
  });

  it('of five metrics hardly ever one is called worse when nothing differs', () => {
    for (const shared of [0, 0.5]) {
      const alarms = falseAlarms({ days: 20, shared }, RUNS, random(`alarms ${shared}`));
      expect(alarms.worse).to.be.at.most(0.05);
      expect(alarms.either).to.be.at.most(0.05 + room(0.05, RUNS));
      expect(alarms.uncorrected, 'without correction').to.be.above(0.05);
    }
  });

  for (const { difference, deviation, most } of [
    { difference: 0, deviation: 0.1, most: 0.35 },
    { difference: 0, deviation: 0.2, most: 0.62 },
    { difference: -0.05, deviation: 0.1, most: 0.15 },
    { difference: -0.05, deviation: 0.2, most: 0.15 },
    { difference: -0.02, deviation: 0.1, most: 0.35 },
  ])
    it(`stops early and rightly: true difference ${difference}, sd ${deviation}`, () => {
      const outcome = earlyStopping({ difference, deviation }, STOPPED_RUNS, random(`stop ${difference} ${deviation}`));
      const wrong = difference === 0 ? outcome.worse : outcome.notWorse;
      expect(wrong).to.be.at.most(0.05);
      expect(outcome.share).to.be.at.most(most);
    });
});
