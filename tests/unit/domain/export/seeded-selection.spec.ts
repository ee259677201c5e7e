import { expect } from 'chai';
import fc from 'fast-check';
import { SeededSelection } from '#etalon/domain/export/seeded-selection.js';

describe('SeededSelection', () => {
  it('keeps the lowest ranks, in whatever order they come', () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(fc.string({ minLength: 1 }), { maxLength: 300 }),
        fc.integer({ min: 1, max: 40 }),
        (ranks, size) => {
          const selection = new SeededSelection<string>(size);
          for (const rank of ranks) selection.offer(rank, rank);
          expect(selection.items()).to.deep.equal([...ranks].sort().slice(0, size));
        },
      ),
    );
  });

  it('keeps the earlier of two equal ranks', () => {
    const selection = new SeededSelection<number>(1);
    selection.offer('a', 1);
    selection.offer('a', 2);
    expect(selection.items()).to.deep.equal([1]);
  });
});
