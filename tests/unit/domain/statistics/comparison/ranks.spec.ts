import { expect } from 'chai';
import fc from 'fast-check';
import { hodgesLehmann } from '#etalon/domain/statistics/comparison/hodges-lehmann.js';
import { mannWhitney } from '#etalon/domain/statistics/comparison/mann-whitney.js';

const samples = fc.array(fc.oneof(fc.integer({ min: -4, max: 4 }), fc.double({ min: -1e9, max: 1e9, noNaN: true })), {
  minLength: 1,
  maxLength: 25,
});
const pairs = (a: readonly number[], b: readonly number[]) => a.flatMap((x) => b.map((y) => [x, y] as const));
const upTo = (n: number, step: number) => Array.from({ length: n }, (_, index) => (index * step) % 1_000_003);

describe('mannWhitney', () => {
  it('counts pairs, ties as half', () => {
    fc.assert(
      fc.property(samples, samples, (a, b) => {
        const u = pairs(a, b).reduce((sum, [x, y]) => sum + (x > y ? 1 : x === y ? 0.5 : 0), 0);
        return mannWhitney(a, b)?.u === u;
      }),
      { seed: 2, numRuns: 200 },
    );
  });

  it('has a δ of 1, 0 and −1 where it must', () => {
    expect(mannWhitney([3, 4], [1, 2])?.cliffsDelta).to.equal(1);
    expect(mannWhitney([1, 2], [1, 2])?.cliffsDelta).to.equal(0);
    expect(mannWhitney([1], [2, 3])?.cliffsDelta).to.equal(-1);
  });

  it('says nothing of an empty sample', () => {
    expect(mannWhitney([], [1])).to.equal(null);
    expect(mannWhitney([1], [])).to.equal(null);
  });

  it('holds for two samples of half a million', () => {
    const result = mannWhitney(upTo(500_000, 7), upTo(500_000, 7));
    expect(result).to.deep.equal({ u: 500_000 ** 2 / 2, cliffsDelta: 0 });
  });
});

describe('hodgesLehmann', () => {
  it('is the median of all differences', () => {
    fc.assert(
      fc.property(samples, samples, (a, b) => {
        const differences = pairs(a, b)
          .map(([x, y]) => x - y)
          .sort((x, y) => x - y);
        const middle = differences.length / 2;
        const median = (differences[Math.ceil(middle) - 1]! + differences[Math.floor(middle)]!) / 2;
        return Object.is(hodgesLehmann(a, b)! + 0, median + 0);
      }),
      { seed: 4, numRuns: 300 },
    );
  });

  it('says nothing of an empty sample', () => {
    expect(hodgesLehmann([], [1])).to.equal(null);
    expect(hodgesLehmann([1], [])).to.equal(null);
  });

  it('holds for a hundred thousand million differences', () => {
    const a = upTo(200_000, 11);
    expect(
      hodgesLehmann(
        a.map((value) => value + 5),
        a,
      ),
    ).to.equal(5);
  });
});
