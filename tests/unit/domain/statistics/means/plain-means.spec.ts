import { expect } from 'chai';

import { geometricMean } from '#etalon/domain/statistics/means/geometric-mean.js';
import { magnitude, mean, meanOfSome, sumOfSquares, variance } from '#etalon/domain/statistics/means/moments.js';
import { plainMean } from '#etalon/domain/statistics/means/plain-mean.js';

describe('plainMean', () => {
  it('is mean ± t·s/√n', () => {
    const result = plainMean([1, 2, 3, 4, 5]);
    expect(result.mean).to.equal(3);
    expect(result.standardError).to.be.closeTo(Math.sqrt(2.5 / 5), 1e-15);
    expect(result.interval?.upper).to.be.closeTo(3 + 2.776_445_105_197_794 * Math.sqrt(0.5), 1e-12);
    expect(plainMean([1, 2, 3, 4, 5], { ddof: 0 }).standardError).to.be.closeTo(Math.sqrt(2 / 5), 1e-15);
  });

  it('says why there is no error', () => {
    expect(plainMean([])).to.include({ mean: null, standardError: null, interval: null, reason: 'no values' });
    expect(plainMean([4])).to.include({ mean: 4, standardError: null, interval: null, reason: 'one value' });
    expect(plainMean([0.1, 0.1, 0.1])).to.include({ standardError: null, interval: null, reason: 'no spread' });
  });
});

describe('geometricMean', () => {
  it('is the n-th root of the product', () => {
    expect(geometricMean([1, 10, 100]).mean).to.be.closeTo(10, 1e-12);
    expect(geometricMean([1, 10, 100]).interval?.method).to.equal('log-t');
  });

  it('says why there is none', () => {
    expect(geometricMean([])).to.include({ mean: null, interval: null, reason: 'no values' });
    expect(geometricMean([2])).to.include({ interval: null, reason: 'one value' });
    expect(geometricMean([2, 0])).to.include({ mean: null, interval: null, reason: 'a value not above 0' });
  });
});

describe('moments', () => {
  it('have no answer where they have none', () => {
    expect(mean([])).to.equal(null);
    expect(variance([])).to.equal(null);
    expect(variance([3])).to.equal(null);
    expect(sumOfSquares([])).to.equal(0);
    expect(sumOfSquares([0.1, 0.1, 0.1])).to.equal(0);
    expect(() => meanOfSome([])).to.throw(RangeError);
    expect(magnitude([])).to.equal(0);
    expect(magnitude([1, -3, 2])).to.equal(3);
  });

  it('hold for a million values', () => {
    const values = Array.from({ length: 1_000_000 }, (_, index) => 1e9 + (index % 2));
    expect(mean(values)).to.equal(1e9 + 0.5);
    expect(sumOfSquares(values)).to.be.closeTo(250_000, 1e-3);
    expect(magnitude(values)).to.equal(1e9 + 1);
  });
});
