import { expect } from 'chai';
import fc from 'fast-check';

import { exactSum } from '#etalon/domain/statistics/exact-sum.js';
import {
  fewestForUpperBound,
  oneSidedQuantileBounds,
  orderStatisticInterval,
} from '#etalon/domain/statistics/order-statistic-interval.js';
import { quantileType7 } from '#etalon/domain/statistics/quantile.js';
import { solveIncreasing } from '#etalon/domain/statistics/distributions/solve-increasing.js';
import { stratifiedMean } from '#etalon/domain/statistics/stratified-mean.js';
import { valueAt } from '#etalon/domain/statistics/value-at.js';
import { wilsonInterval } from '#etalon/domain/statistics/wilson-interval.js';

const row = (value: number, stratum: string, cluster: string) => ({ value, stratum, cluster });
const upTo = (n: number) => Array.from({ length: n }, (_, index) => index + 1);

describe('stratifiedMean', () => {
  it('matches a calculation by hand', () => {
    const result = stratifiedMean([row(1, 'a', '1'), row(3, 'a', '2'), row(2, 'b', '1'), row(6, 'b', '2')]);
    // Residuals −1, 1, −2, 2, times √2: day sums −3√2 and 3√2, so SE = √36/4.
    expect(result.mean).to.equal(3);
    expect(result.standardError).to.be.closeTo(1.5, 1e-12);
    expect(result.degreesOfFreedom).to.equal(1);
    expect(result.interval?.upper).to.be.closeTo(3 + 12.706_204_736_432_1 * 1.5, 1e-9);
    expect(result.autocorrelation).to.be.closeTo(-0.5, 1e-12);
    expect(result.designEffect).to.be.closeTo((1.5 ** 2 * 4) / (14 / 3), 1e-12);
    expect(result.fewestClusters).to.equal(2);
    expect(result.reason).to.equal(null);
  });

  const degenerate: readonly [string, ReturnType<typeof row>[], string][] = [
    ['no values', [], 'no values'],
    ['perfect scores', [row(1, 'a', '1'), row(1, 'a', '2')], 'at ceiling'],
    ['zero scores', [row(0, 'a', '1'), row(0, 'a', '2')], 'at floor'],
    ['equal scores', [row(0.1, 'a', '1'), row(0.1, 'a', '2'), row(0.1, 'a', '3')], 'no spread'],
    ['one value', [row(0.5, 'a', '1')], 'fewer than two days'],
    ['one day', [row(0.5, 'a', '1'), row(0.7, 'a', '1')], 'fewer than two days'],
    ['a channel with one day', [row(0.5, 'a', '1'), row(0.7, 'a', '2'), row(0.7, 'b', '2')], 'a channel with one day'],
    ['a spread too small to square', [row(0, 'a', '1'), row(0, 'a', '2'), row(1e-200, 'a', '3')], 'no spread'],
    ['sums that cancel', [row(1, 'a', '1'), row(3, 'a', '1'), row(2, 'a', '2')], 'no spread'],
  ];
  for (const [name, values, reason] of degenerate)
    it(`${name}: no interval, and why`, () => {
      const result = stratifiedMean(values);
      expect(result.reason).to.equal(reason);
      expect(result.interval).to.equal(null);
      expect(result.standardError).to.equal(null);
      if (values.length === 0) expect(result.mean).to.equal(null);
      else expect(result.mean).to.be.a('number').that.is.not.NaN;
    });

  it('gives numbers or null, never NaN, for any scores', () => {
    const score = fc.double({ min: 0, max: 1, noNaN: true });
    fc.assert(
      fc.property(fc.array(score, { maxLength: 12 }), (scores) => {
        const values = scores.map((value, index) => row(value, `${index % 2}`, `${index >> 2}`));
        const { interval, ...facts } = stratifiedMean(values);
        for (const fact of Object.values({ ...facts, lower: interval?.lower, upper: interval?.upper })) {
          if (typeof fact === 'number') expect(fact).to.satisfy(Number.isFinite);
        }
      }),
    );
  });

  it('has no interval when each channel always scores the same, whatever the rounding', () => {
    const score = fc.oneof(fc.double({ min: 0, max: 1, noNaN: true }), fc.double({ min: -1e6, max: 1e6, noNaN: true }));
    const channels = fc.uniqueArray(score, { minLength: 2, maxLength: 8 });
    fc.assert(
      fc.property(channels, fc.integer({ min: 2, max: 40 }), (scores, days) => {
        const values = scores.flatMap((value, channel) => upTo(days).map((day) => row(value, `${channel}`, `${day}`)));
        expect(stratifiedMean(values)).to.include({ reason: 'no spread', interval: null, standardError: null });
      }),
      { examples: [[[0.01, 0.991], 9]] },
    );
  });

  it('has no interval when the channels cancel each other every day', () => {
    const values = upTo(7).flatMap((day) => [row(0.1 * day, 'a', `${day}`), row(1 - 0.1 * day, 'b', `${day}`)]);
    expect(stratifiedMean(values)).to.include({ reason: 'no spread', interval: null });
  });

  it('sees a spread as small as a score can tell', () => {
    const values = upTo(9).flatMap((day) => [
      row(day === 1 ? 0.01 + 1e-12 : 0.01, 'a', `${day}`),
      row(0.991, 'b', `${day}`),
    ]);
    expect(stratifiedMean(values).standardError).to.be.above(0);
  });

  it('takes shared days into account: a day that moves all channels widens the interval', () => {
    const shared = ['a', 'b', 'c'].flatMap((channel) => upTo(10).map((day) => row(day % 3, channel, `${day}`)));
    const own = ['a', 'b', 'c'].flatMap((channel, shift) =>
      upTo(10).map((day) => row((day + shift) % 3, channel, `${day}`)),
    );
    expect(stratifiedMean(shared).standardError).to.be.above(2 * (stratifiedMean(own).standardError ?? 0));
    expect(stratifiedMean(shared).designEffect).to.be.above(2);
  });
});

describe('quantiles', () => {
  it('type 7 interpolates, and has no answer for no values', () => {
    expect(quantileType7([1, 2, 3, 4], 0.5)).to.equal(2.5);
    expect(quantileType7([7], 0.95)).to.equal(7);
    expect(quantileType7([], 0.5)).to.equal(null);
  });

  it('has an upper bound only from the known numbers of values on', () => {
    for (const [p, twoSided, oneSided] of [
      [0.9, 36, 29],
      [0.95, 72, 59],
      [0.99, 368, 299],
    ] as const) {
      expect(orderStatisticInterval(upTo(twoSided - 1), p).upper).to.equal(null);
      expect(orderStatisticInterval(upTo(twoSided), p).upper).to.equal(twoSided);
      expect(oneSidedQuantileBounds(upTo(oneSided - 1), p).upper).to.equal(null);
      expect(oneSidedQuantileBounds(upTo(oneSided), p).upper).to.equal(oneSided);
      expect(fewestForUpperBound(p, 0.05)).to.equal(oneSided);
    }
  });

  it('says nothing about no values, and has no lower bound for one', () => {
    expect(orderStatisticInterval([], 0.5)).to.include({ lower: null, upper: null, lowerRank: null });
    expect(orderStatisticInterval([3], 0.5)).to.include({ lower: null, upper: null, level: 0.95 });
  });
});

describe('small parts', () => {
  it('Wilson: ends are exact, no trials give no interval', () => {
    expect(wilsonInterval(0, 0)).to.equal(null);
    expect(wilsonInterval(5, 5)?.upper).to.equal(1);
    expect(wilsonInterval(0, 12)?.lower).to.equal(0);
    expect(wilsonInterval(17, 20)?.lower).to.be.closeTo(0.639_581_135_259_243, 1e-12);
  });

  it('valueAt gives a value, and never a silent zero', () => {
    expect(valueAt([4, 5], 1)).to.equal(5);
    expect(() => valueAt([4, 5], 2)).to.throw(RangeError);
  });

  it('exactSum keeps what plain addition loses', () => {
    expect(exactSum([1, 1e100, 1, -1e100])).to.equal(2);
    expect(exactSum([])).to.equal(0);
  });

  it('solveIncreasing survives a start where Newton would leave the bracket', () => {
    const root = solveIncreasing((x) => ({ value: Math.atan(x - 2), slope: 1 / (1 + (x - 2) ** 2) }), -50, 60, 50);
    expect(root).to.be.closeTo(2, 1e-12);
  });
});
