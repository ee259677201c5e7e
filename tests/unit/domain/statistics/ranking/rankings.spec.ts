import { expect } from 'chai';
import fc from 'fast-check';
import { jaccard } from '#etalon/domain/statistics/ranking/jaccard.js';
import { kendallW } from '#etalon/domain/statistics/ranking/kendall-w.js';
import { rankBiasedOverlap } from '#etalon/domain/statistics/ranking/rank-biased-overlap.js';

const ranking = fc.uniqueArray(fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f', 'g', 'h', 'i'), {
  minLength: 1,
  maxLength: 8,
});

describe('rankBiasedOverlap', () => {
  it('is 1 for the same ranking and 0 for disjoint ones', () => {
    expect(rankBiasedOverlap(['a', 'b', 'c'], ['a', 'b', 'c'])).to.be.closeTo(1, 1e-12);
    expect(rankBiasedOverlap(['a', 'b'], ['c', 'd', 'e'])).to.equal(0);
  });

  it('is symmetric and lies in 0…1, also for rankings of different lengths', () => {
    fc.assert(
      fc.property(ranking, ranking, fc.double({ min: 0.05, max: 0.98, noNaN: true }), (a, b, p) => {
        const [left, right] = [rankBiasedOverlap(a, b, p)!, rankBiasedOverlap(b, a, p)!];
        return Math.abs(left - right) < 1e-12 && left >= -1e-12 && left <= 1 + 1e-12;
      }),
      { seed: 8, numRuns: 300 },
    );
  });

  it('takes the beginning of a ranking for the ranking', () => {
    // Both agree wherever both can be seen.
    expect(rankBiasedOverlap(['a', 'b', 'c', 'd', 'e'], ['a', 'b'])).to.be.closeTo(1, 1e-12);
  });

  it('has no answer for an empty ranking, and refuses repeated items and a p outside (0, 1)', () => {
    expect(rankBiasedOverlap([], ['a'])).to.equal(null);
    expect(() => rankBiasedOverlap(['a', 'a'], ['a', 'b'])).to.throw(RangeError);
    expect(() => rankBiasedOverlap(['a', 'b', 'c'], ['a', 'b', 'a'])).to.throw(RangeError);
    expect(() => rankBiasedOverlap(['a'], ['a'], 1)).to.throw(RangeError);
  });
});

describe('jaccard', () => {
  it('is the share that both have', () => {
    expect(jaccard(['a', 'b', 'c'], ['b', 'c', 'd'])).to.equal(0.5);
    expect(jaccard(['a'], ['a', 'a'])).to.equal(1);
    expect(jaccard([], ['a'])).to.equal(0);
    expect(jaccard([], [])).to.equal(null);
  });
});

describe('kendallW', () => {
  it('is 1 when all rank alike and 0 when two rank the other way round', () => {
    expect(
      kendallW([
        [1, 2, 3],
        [10, 20, 30],
        [0, 5, 6],
      ]),
    ).to.equal(1);
    expect(
      kendallW([
        [1, 2, 3],
        [3, 2, 1],
      ]),
    ).to.equal(0);
  });

  it('has no answer for no raters, one item, or all ties', () => {
    expect(kendallW([])).to.equal(null);
    expect(kendallW([[1], [2]])).to.equal(null);
    expect(
      kendallW([
        [2, 2, 2],
        [1, 1, 1],
      ]),
    ).to.equal(null);
  });

  it('refuses raters of different diligence', () => {
    expect(() => kendallW([[1, 2], [1]])).to.throw(RangeError);
  });
});
