import { expect } from 'chai';
import { medianDeviation, outliers } from '#etalon/domain/statistics/outliers/median-deviation.js';

describe('medianDeviation', () => {
  it('is not moved by a wild value', () => {
    expect(medianDeviation([1, 2, 3, 4, 1e9])).to.deep.equal({ median: 3, deviation: 1 });
    expect(medianDeviation([])).to.equal(null);
  });
});

describe('outliers', () => {
  it('names far values on both sides in the order given', () => {
    expect(outliers([1, 99, 2, 3, -99, 4, 5])).to.deep.equal([99, -99]);
    expect(outliers([1, 2, 3, 4, 9], 2)).to.deep.equal([9]);
    expect(outliers([])).to.deep.equal([]);
  });

  it('takes every other value for one when most are equal, and none when all are', () => {
    expect(outliers([3, 3, 3, 3.1])).to.deep.equal([3.1]);
    expect(outliers([3, 3, 3])).to.deep.equal([]);
  });
});
