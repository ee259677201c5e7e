import { expect } from 'chai';

import { holm } from '#etalon/domain/statistics/holm.js';

describe('holm', () => {
  it('corrects as R does', () => {
    const corrected = holm([0.01, 0.04, 0.03, 0.005, 0.2]);
    [0.04, 0.09, 0.09, 0.025, 0.2].forEach((value, index) => expect(corrected[index]).to.be.closeTo(value, 1e-12));
    expect(holm([])).to.deep.equal([]);
    expect(holm([0.9, 0.8])).to.deep.equal([1, 1]);
  });
});
