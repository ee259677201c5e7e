import { expect } from 'chai';
import fc from 'fast-check';

import { repeatFigures } from '#etalon/domain/benchmark/repeat-figures.js';
import { ResultTable } from '#etalon/domain/benchmark/result-table.js';
import { scored } from '../../../support/benchmark-run.js';

describe('repeatFigures', () => {
  it('gives back what every repeat gave', () => {
    fc.assert(
      fc.property(fc.double({ min: 0, max: 1, noNaN: true }), fc.integer({ min: 1, max: 12 }), (value, repeats) => {
        const { scores, spread } = repeatFigures(Array.from({ length: repeats }, () => ({ coverage: value })));
        expect(scores['coverage']).to.equal(value);
        expect(spread['coverage'] ?? 0).to.equal(0);
      }),
    );
  });
});

describe('the variances of a table', () => {
  it('are those of samples that count', () => {
    const spread = { coverage: 0.2 };
    const results = [
      { ...scored(1, 0.5), spread: { coverage: 0.01 } },
      { ...scored(2, 0.5, { provenance: 'synthetic' }), spread },
      scored(3, 0.5),
    ];
    const of = (included: boolean) => [...ResultTable.of(results, ['coverage'], included).variances('coverage')];
    expect(of(false)).to.deep.equal([0.01 ** 2]);
    expect(of(true)).to.have.length(2);
  });
});
