import { expect } from 'chai';

import { ResultTable } from '#etalon/domain/benchmark/result-table.js';
import { failed, scored } from '../../../support/benchmark-run.js';

const RESULTS = [
  scored(1, 0.1),
  scored(2, 0.7),
  failed(3),
  scored(4, 0.2),
  scored(5, 0.4, { provenance: 'synthetic' }),
];

describe('ResultTable', () => {
  it('gives values in the order of the data set, in whatever order they came', () => {
    const table = ResultTable.of([...RESULTS].reverse(), ['coverage'], false);
    const values = [...table.values('coverage', 'counted')];
    expect(values.map(({ value }) => value)).to.deep.equal([0.1, 0.7, 0.2]);
    expect(values[1]).to.deep.equal({ value: 0.7, stratum: '@city', cluster: '2024-12-02' });
    expect([...table.values('coverage', 'synthetic')].map(({ value }) => value)).to.deep.equal([0.4]);
    expect([...table.values('another', 'counted')]).to.deep.equal([]);
  });

  it('counts, and leaves synthetic samples out unless they count', () => {
    const table = ResultTable.of(RESULTS, ['coverage'], false);
    expect(table.tally).to.deep.equal({ total: 5, scored: 4, unscored: 0, errors: 1 });
    expect([table.coverage, table.days, table.size('counted'), table.length]).to.deep.equal([0.75, 4, 4, 5]);
    expect(ResultTable.of(RESULTS, ['coverage'], true).coverage).to.equal(0.8);
    expect([...table.latencies('counted')]).to.deep.equal([1, 1, 1, 1]);
  });

  it('grows beyond what it was made for', () => {
    const table = new ResultTable(['coverage'], false, 2);
    for (let index = 0; index < 500; index += 1) table.add({ ...scored(1, index / 500), position: index });
    expect([...table.values('coverage', 'counted')].at(-1)!.value).to.equal(499 / 500);
  });

  it('keeps spreads beside results without any', () => {
    const table = ResultTable.of(
      [
        scored(1, 0.5),
        { ...scored(3, 0.5), spread: { coverage: 0.2 } } as never,
        { ...scored(2, 0.5), spread: { coverage: 0.1 } } as never,
      ],
      ['coverage'],
      false,
    );
    expect([...table.variances('coverage')].map((value) => value.toFixed(3))).to.deep.equal(['0.010', '0.040']);
    expect([...table.variances('another')]).to.deep.equal([]);
  });
});
