import { expect } from 'chai';
import fc from 'fast-check';

import { benjaminiHochberg } from '#etalon/domain/statistics/multiplicity/benjamini-hochberg.js';
import { holm } from '#etalon/domain/statistics/multiplicity/holm.js';

describe('adjusted p values', () => {
  it('match a calculation by hand, in the order given', () => {
    expect(holm([0.04, 0.01, 0.03])).to.deep.equal([0.06, 0.03, 0.06]);
    expect(benjaminiHochberg([0.04, 0.01, 0.03])).to.deep.equal([0.04, 0.03, 0.04]);
    expect(holm([0.9, 0.8])).to.deep.equal([1, 1]);
  });

  it('leave out tests that could not be made', () => {
    expect(holm([null, 0.02, null])).to.deep.equal([null, 0.02, null]);
    expect(benjaminiHochberg([0.02, null, 0.04])).to.deep.equal([0.04, null, 0.04]);
    expect(holm([])).to.deep.equal([]);
    expect(benjaminiHochberg([])).to.deep.equal([]);
  });

  it('are never below the p value, Benjamini–Hochberg never above Holm, and keep the order', () => {
    const values = fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { maxLength: 12 });
    fc.assert(
      fc.property(values, (p) => {
        const [strict, lenient] = [holm(p) as number[], benjaminiHochberg(p) as number[]];
        return p.every(
          (value, index) =>
            value <= lenient[index]! + 1e-12 &&
            lenient[index]! <= strict[index]! + 1e-12 &&
            p.every((other, place) => other < value || strict[place]! >= strict[index]!),
        );
      }),
      { seed: 5, numRuns: 200 },
    );
  });
});
