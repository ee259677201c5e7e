import { expect } from 'chai';
import { PureRandFactory } from '#etalon/infrastructure/system/pure-rand-factory.js';

const factory = new PureRandFactory();
const draw = (seed: number, purpose: string, count: number, bound = 1000) => {
  const source = factory.seeded(seed, purpose);
  return Array.from({ length: count }, () => source.integer(bound));
};

describe('PureRandFactory', () => {
  it('gives the same stream for the same seed and purpose', () => {
    expect(draw(7, 'backfill', 50)).to.deep.equal(draw(7, 'backfill', 50));
  });

  it('gives other streams for other seeds and purposes', () => {
    expect(draw(7, 'backfill', 50)).not.to.deep.equal(draw(8, 'backfill', 50));
    expect(draw(7, 'backfill', 50)).not.to.deep.equal(draw(7, 'sample', 50));
    expect(draw(1, '1x', 50)).not.to.deep.equal(draw(11, 'x', 50));
  });

  it('gives whole numbers below the bound, each about as often', () => {
    const counts = new Map<number, number>();
    for (const value of draw(1, 'fair', 30_000, 3)) counts.set(value, (counts.get(value) ?? 0) + 1);
    expect([...counts.keys()].sort()).to.deep.equal([0, 1, 2]);
    for (const count of counts.values()) expect(count).to.be.within(9700, 10_300);
  });

  it('gives only 0 below 1', () => {
    expect(new Set(draw(1, 'one', 10, 1))).to.deep.equal(new Set([0]));
  });

  it('gives fractions in [0, 1)', () => {
    const source = factory.seeded(3, 'fraction');
    const values = Array.from({ length: 1000 }, () => source.next());
    expect(Math.min(...values)).to.be.at.least(0);
    expect(Math.max(...values)).to.be.below(1);
    expect(values.reduce((sum, value) => sum + value, 0) / 1000).to.be.within(0.45, 0.55);
  });
});
