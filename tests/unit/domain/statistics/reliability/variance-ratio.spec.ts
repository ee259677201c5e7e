import { expect } from 'chai';
import { varianceRatio } from '#etalon/domain/statistics/reliability/variance-ratio.js';

describe('varianceRatio', () => {
  it('matches a calculation by hand', () => {
    // Means 2 and 6, grand mean 4: MSB = 2·(4 + 4)/1 = 16, MSW = (2 + 2)/2 = 2; ICC = 14/18.
    const result = varianceRatio([
      [1, 3],
      [5, 7],
    ]);
    expect(result).to.include({ between: 16, within: 2, f: 8, reason: null });
    expect(result.icc).to.be.closeTo(14 / 18, 1e-12);
    expect(result.ratio).to.be.closeTo(4 / 18, 1e-12);
    expect(result.interval?.lower).to.be.below(result.ratio!);
    expect(result.interval?.upper).to.be.above(result.ratio!);
  });

  it('says why there is none', () => {
    const nothing = { icc: null, ratio: null, interval: null, f: null, p: null };
    expect(varianceRatio([])).to.include({ ...nothing, reason: 'fewer than two queries' });
    expect(varianceRatio([[1, 2], []])).to.include({ ...nothing, reason: 'fewer than two queries' });
    expect(varianceRatio([[1], [2]])).to.include({ ...nothing, reason: 'no repeats' });
    expect(
      varianceRatio([
        [0.1, 0.1, 0.1],
        [0.1, 0.1],
      ]),
    ).to.include({ ...nothing, within: 0, reason: 'no spread' });
  });

  it('of runs that never differ is 0, without an interval', () => {
    const result = varianceRatio([
      [0.1, 0.1, 0.1],
      [0.7, 0.7, 0.7],
    ]);
    expect(result).to.include({
      within: 0,
      icc: 1,
      ratio: 0,
      interval: null,
      f: null,
      reason: 'no spread within queries',
    });
  });

  it('is above 1, and the correlation below 0, when queries are more alike than their runs', () => {
    const result = varianceRatio([
      [0, 1],
      [1, 0],
      [0.4, 0.6],
    ]);
    expect(result.icc).to.be.below(0);
    expect(result.ratio).to.be.above(1);
    expect(result.p).to.be.closeTo(1, 1e-9);
  });

  it('weighs rows of different lengths', () => {
    expect(varianceRatio([[1, 2, 3], [4], [7, 9]]).ratio).to.be.within(0, 1);
  });
});
