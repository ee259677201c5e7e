import { expect } from 'chai';
import fc from 'fast-check';
import { jensenShannon } from '#etalon/domain/statistics/drift/jensen-shannon.js';
import { kolmogorovSmirnov } from '#etalon/domain/statistics/drift/kolmogorov-smirnov.js';
import {
  countBins,
  populationStability,
  quantileEdges,
  stabilityCritical,
} from '#etalon/domain/statistics/drift/population-stability.js';

const sample = fc.array(fc.integer({ min: 0, max: 9 }), { minLength: 1, maxLength: 30 });

describe('kolmogorovSmirnov', () => {
  it('is the largest distance of the distribution functions', () => {
    fc.assert(
      fc.property(sample, sample, (a, b) => {
        const share = (values: readonly number[], x: number) =>
          values.filter((value) => value <= x).length / values.length;
        const most = Math.max(...[...a, ...b].map((x) => Math.abs(share(a, x) - share(b, x))));
        return Math.abs(kolmogorovSmirnov(a, b)! - most) < 1e-12;
      }),
      { seed: 9, numRuns: 200 },
    );
  });

  it('says nothing of an empty sample', () => {
    expect(kolmogorovSmirnov([], [1])).to.equal(null);
    expect(kolmogorovSmirnov([1], [])).to.equal(null);
  });
});

describe('population stability', () => {
  it('is 0 for the same shares and symmetric', () => {
    expect(populationStability([2, 4, 6], [1, 2, 3])).to.equal(0);
    expect(populationStability([5, 1], [2, 2])).to.be.closeTo(populationStability([2, 2], [5, 1])!, 1e-15);
  });

  it('is undefined for an empty sample and for a bin that one sample leaves empty, not for one that both do', () => {
    expect(populationStability([0, 0], [1, 2])).to.equal(null);
    expect(populationStability([1, 2], [0, 0])).to.equal(null);
    expect(populationStability([], [])).to.equal(null);
    expect(populationStability([1, 2], [3, 0])).to.equal(null);
    expect(populationStability([0, 2], [3, 1])).to.equal(null);
    expect(populationStability([1, 0, 2], [1, 0, 2])).to.equal(0);
  });

  it('has a critical value that falls as samples grow, and none for none', () => {
    expect(stabilityCritical(40, 35, 5)).to.be.closeTo(0.508_271_198_398_990_4, 1e-12);
    expect(stabilityCritical(0, 35, 5)).to.equal(null);
    expect(stabilityCritical(40, 0, 5)).to.equal(null);
    expect(stabilityCritical(40, 35, 1)).to.equal(null);
  });

  it('counts into bins [a, b) that are open to the outside', () => {
    const edges = quantileEdges([1, 2, 3, 4, 5], 4);
    expect(edges).to.deep.equal([2, 3, 4]);
    expect(countBins([-9, 1, 2, 3.9, 4, 99], edges)).to.deep.equal([2, 1, 1, 2]);
    expect(quantileEdges([], 4)).to.deep.equal([]);
    expect(quantileEdges([1], 0)).to.deep.equal([]);
    expect(countBins([1, 2], [])).to.deep.equal([2]);
  });
});

describe('jensenShannon', () => {
  it('is 0 for the same shares, 1 for nothing in common, and bears empty bins', () => {
    expect(jensenShannon([1, 2], [2, 4])).to.equal(0);
    expect(jensenShannon([3, 0], [0, 5])).to.equal(1);
    expect(jensenShannon([3, 1, 0], [3, 0, 1])).to.be.within(0.4, 0.6);
    expect(jensenShannon([1, 1], [1])).to.be.above(0);
  });

  it('says nothing of an empty sample', () => {
    expect(jensenShannon([0, 0], [1, 2])).to.equal(null);
    expect(jensenShannon([1], [0])).to.equal(null);
  });
});
