import stdChisquareCdf from '@stdlib/stats-base-dists-chisquare-cdf';
import { expect } from 'chai';
import fc from 'fast-check';
import { chiSquaredQuantile } from '#etalon/domain/statistics/distributions/chi-squared-distribution.js';
import { fQuantile, fUpperTail } from '#etalon/domain/statistics/distributions/f-distribution.js';
import { tQuantile } from '#etalon/domain/statistics/distributions/t-distribution.js';

const degrees = fc.double({ min: 0.3, max: 500, noNaN: true });
const probability = fc.double({ min: 1e-6, max: 0.9999, noNaN: true });

describe('the χ² quantile', () => {
  it('inverts the distribution function of another implementation', () => {
    fc.assert(
      fc.property(probability, degrees, (p, df) => {
        return Math.abs(stdChisquareCdf(chiSquaredQuantile(p, df), df) - p) <= 1e-8 * p;
      }),
      { seed: 12, numRuns: 300 },
    );
  });

  it('knows its ends and refuses nonsense', () => {
    expect(chiSquaredQuantile(0, 3)).to.equal(0);
    expect(chiSquaredQuantile(1, 3)).to.equal(Infinity);
    expect(chiSquaredQuantile(0.95, 4)).to.be.closeTo(9.487_729_036_781_154, 1e-10);
    expect(() => chiSquaredQuantile(1.1, 3)).to.throw(RangeError);
    expect(() => chiSquaredQuantile(0.5, 0)).to.throw(RangeError);
  });
});

describe('the F distribution', () => {
  it('inverts itself', () => {
    fc.assert(
      fc.property(probability, degrees, degrees, (p, d1, d2) => {
        return Math.abs(fUpperTail(fQuantile(p, d1, d2), d1, d2) - (1 - p)) <= 1e-8 * (1 - p) + 1e-14;
      }),
      { seed: 13, numRuns: 300 },
    );
  });

  it('with one degree of freedom above is the square of Student’s t', () => {
    for (const df of [1, 5, 40]) expect(fQuantile(0.95, 1, df) / tQuantile(0.975, df) ** 2).to.be.closeTo(1, 1e-10);
  });

  it('knows its ends and refuses nonsense', () => {
    expect(fUpperTail(0, 3, 4)).to.equal(1);
    expect(fUpperTail(Infinity, 3, 4)).to.equal(0);
    expect(fQuantile(0, 3, 4)).to.equal(0);
    expect(fQuantile(1, 3, 4)).to.equal(Infinity);
    expect(() => fUpperTail(-1, 3, 4)).to.throw(RangeError);
    expect(() => fUpperTail(Number.NaN, 3, 4)).to.throw(RangeError);
  });
});
