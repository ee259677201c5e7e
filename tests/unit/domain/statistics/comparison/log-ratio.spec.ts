import { expect } from 'chai';

import { logRatio } from '#etalon/domain/statistics/comparison/log-ratio.js';

describe('logRatio', () => {
  it('is exact for a sample and twice the sample, and symmetric', () => {
    const a = [100, 120, 90, 130];
    const doubled = logRatio(
      a,
      a.map((value) => 2 * value),
    );
    expect(doubled.ratio).to.be.closeTo(2, 1e-12);
    expect(doubled.degreesOfFreedom).to.be.closeTo(6, 1e-9);
    const back = logRatio(
      a.map((value) => 2 * value),
      a,
    );
    expect(back.t).to.be.closeTo(-(doubled.t ?? 0), 1e-12);
    expect(back.p).to.be.closeTo(doubled.p ?? 0, 1e-12);
    expect(back.interval?.lower).to.be.closeTo(1 / (doubled.interval?.upper ?? 1), 1e-12);
  });

  it('finds no difference between a sample and itself', () => {
    expect(logRatio([1, 2, 3], [1, 2, 3])).to.include({ ratio: 1, t: 0, p: 1 });
  });

  it('says why there is no interval', () => {
    expect(logRatio([], [1, 2])).to.include({ ratio: null, interval: null, reason: 'no values' });
    expect(logRatio([1], [3, 4])).to.include({ interval: null, reason: 'one value' });
    expect(logRatio([1, 2], [])).to.include({ ratio: null, reason: 'no values' });
    expect(logRatio([1, 2], [3])).to.include({ interval: null, p: null, reason: 'one value' });
    expect(logRatio([3, 3], [6, 6])).to.include({ interval: null, reason: 'no spread' });
    expect(logRatio([3, 0], [6, 6])).to.include({ ratio: null, reason: 'a value not above 0' });
    expect(logRatio([3, 3], [6, 6]).ratio).to.be.closeTo(2, 1e-12);
  });
});
