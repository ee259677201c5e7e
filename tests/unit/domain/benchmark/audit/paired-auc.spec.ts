import { expect } from 'chai';
import type { MetricPair } from '#etalon/domain/benchmark/audit/paired-auc.js';
import { drops, pairedAuc, separability } from '#etalon/domain/benchmark/audit/paired-auc.js';
import { betaQuantile } from '#etalon/domain/statistics/distributions/beta-distribution.js';
import { tQuantile } from '#etalon/domain/statistics/distributions/t-distribution.js';

const pair = (clean: number, spoilt: number, day = 'a'): MetricPair => ({ clean, spoilt, day });
const onDays = (count: number, make: (index: number) => MetricPair) =>
  Array.from({ length: count }, (_, index) => ({ ...make(index), day: `day ${index}` }));

describe('pairedAuc', () => {
  it('counts wins, a tie as half, and rounding as a tie', () => {
    const { auc, ties, clusters } = pairedAuc([pair(0.9, 0.5), pair(0.3, 0.1 + 0.2, 'b'), pair(0.1, 0.2, 'c')]);
    expect({ auc, ties, clusters }).to.deep.equal({ auc: 0.5, ties: 1, clusters: 3 });
  });

  it('at 1.0 has the exact interval of Clopper and Pearson where each pair is a day of its own', () => {
    const { auc, interval } = pairedAuc(onDays(50, () => pair(1, 0)));
    expect(auc).to.equal(1);
    expect(interval).to.include({ upper: 1, level: 0.95, method: 'korn-graubard' });
    // Clopper and Pearson 1934 in closed form for n of n: (α/2)^(1/n).
    expect(interval?.lower).to.be.closeTo(0.025 ** (1 / 50), 1e-9);
  });

  it('at 0.8 with days of one pair is the exact interval, too', () => {
    const { interval } = pairedAuc(onDays(50, (index) => pair(index < 40 ? 1 : 0, 0.5)));
    // The clustered error of independent pairs is √(p(1 − p)/(n − 1)), so n* = n − 1.
    expect(interval?.lower).to.be.closeTo(betaQuantile(0.025, 0.8 * 49, 0.2 * 49 + 1), 1e-9);
    expect(interval?.upper).to.be.closeTo(betaQuantile(0.975, 0.8 * 49 + 1, 0.2 * 49), 1e-9);
  });

  it('is wider when the pairs of a day agree, and when there are few days', () => {
    const width = (days: number, won: (index: number) => boolean) => {
      const pairs = Array.from({ length: 40 }, (_, index) => pair(won(index) ? 1 : 0, 0.5, `day ${index % days}`));
      const { interval } = pairedAuc(pairs);
      return interval!.upper! - interval!.lower!;
    };
    const scattered = width(20, (index) => index % 8 !== Math.floor(index / 20));
    const together = width(20, (index) => index % 20 > 2);
    expect(together).to.be.greaterThan(scattered);
    const lowerOn = (days: number) =>
      pairedAuc(Array.from({ length: 20 }, (_, index) => pair(1, 0, `day ${index % days}`))).interval!.lower!;
    expect(lowerOn(4)).to.be.lessThan(lowerOn(20));
    const effective = 20 * (tQuantile(0.975, 19) / tQuantile(0.975, 3)) ** 2;
    expect(lowerOn(4)).to.be.closeTo(0.025 ** (1 / effective), 1e-9);
  });

  it('knows next to nothing from one day, and nothing without pairs', () => {
    const one = pairedAuc(Array.from({ length: 20 }, () => pair(1, 0)));
    expect(one.interval?.lower).to.be.closeTo(0.025, 1e-9);
    expect(pairedAuc([])).to.deep.equal({ auc: null, interval: null, clusters: 0, ties: 0 });
  });
});

describe('separability', () => {
  it('is the share of clean and spoilt scores in the right order, whoever they belong to', () => {
    const pairs = [pair(0.9, 0.8), pair(0.5, 0.4), pair(0.7, 0.7)];
    let won = 0;
    for (const { clean } of pairs)
      for (const { spoilt } of pairs) won += clean > spoilt ? 1 : clean === spoilt ? 0.5 : 0;
    expect(separability(pairs)).to.be.closeTo(won / 9, 1e-12);
    expect(separability([])).to.equal(null);
  });
});

describe('drops', () => {
  it('are means and shares of clean minus spoilt', () => {
    const { meanDrop, shareDropping } = drops([pair(0.9, 0.88), pair(0.5, 0.5), pair(0.4, 0.1)], 0.02);
    expect(meanDrop).to.be.closeTo(0.32 / 3, 1e-12);
    expect(shareDropping).to.be.closeTo(2 / 3, 1e-12);
    expect(drops([], 0.02)).to.deep.equal({ meanDrop: null, shareDropping: null });
  });
});
