import { expect } from 'chai';
import { bcaInterval } from '#etalon/domain/statistics/resampling/bca-interval.js';
import { clusterBootstrap, clusterTotals } from '#etalon/domain/statistics/resampling/cluster-bootstrap.js';
import { PureRandFactory } from '#etalon/infrastructure/system/pure-rand-factory.js';

const random = () => new PureRandFactory().seeded(1, 'bootstrap');
const days = (count: number, value: (day: number) => number) =>
  Array.from({ length: 3 * count }, (_, index) => ({ value: value(index % count), cluster: `${index % count}` }));

describe('bcaInterval', () => {
  it('is the percentile interval when nothing is to be corrected', () => {
    const replicates = Array.from({ length: 1001 }, (_, index) => index - 500);
    const result = bcaInterval({ estimate: 0, replicates, jackknife: [-1, 0, 1] });
    expect(result.z0).to.equal(0);
    expect(result.acceleration).to.equal(0);
    expect(result.bca?.lower).to.be.closeTo(result.percentile?.lower ?? 0, 1e-9);
    expect(result.bca?.upper).to.be.closeTo(475, 1e-9);
  });

  it('has no corrected interval where a correction is undefined', () => {
    const outside = bcaInterval({ estimate: 9, replicates: [1, 2, 3], jackknife: [1, 2] });
    expect(outside).to.include({ z0: null, bca: null });
    expect(outside.percentile).not.to.equal(null);
    expect(bcaInterval({ estimate: 0, replicates: [1, 2, 3], jackknife: [1, 2] })).to.include({ z0: null, bca: null });
    expect(bcaInterval({ estimate: 2, replicates: [1, 2, 3], jackknife: [2, 2] })).to.include({
      acceleration: null,
      bca: null,
    });
    expect(bcaInterval({ estimate: 2, replicates: [1, 2, 3], jackknife: [] }).acceleration).to.equal(null);
    const none = bcaInterval({ estimate: 2, replicates: [], jackknife: [1, 2] });
    expect(none).to.deep.include({ z0: null, percentile: null });
  });
});

describe('clusterBootstrap', () => {
  it('gives the mean, an interval around it, and the same bytes for the same seed', () => {
    const totals = clusterTotals(days(30, (day) => (day * 7) % 11));
    const [first, second] = [
      clusterBootstrap(totals, { random: random() }),
      clusterBootstrap(totals, { random: random() }),
    ];
    expect(first).to.deep.equal(second);
    expect(first.estimate).to.be.closeTo(totals.reduce((sum, { numerator }) => sum + numerator, 0) / 90, 1e-12);
    expect(first.bca?.lower).to.be.below(first.estimate!);
    expect(first.bca?.upper).to.be.above(first.estimate!);
    // The spread of thirty day means, as the theory of clusters has it.
    const sd = Math.sqrt(totals.reduce((sum, { numerator }) => sum + (numerator / 3 - first.estimate!) ** 2, 0) / 30);
    expect(first.percentile!.upper! - first.percentile!.lower!).to.be.closeTo((3.92 * sd) / Math.sqrt(30), 0.1 * sd);
  });

  it('serves a ratio whose denominators differ', () => {
    const totals = Array.from({ length: 20 }, (_, index) => ({
      numerator: 2 + (index % 3),
      denominator: 5 + (index % 4),
    }));
    const { estimate, reason, clusters } = clusterBootstrap(totals, { random: random(), resamples: 500, level: 0.9 });
    expect(estimate).to.be.closeTo(59 / 130, 1e-12);
    expect([reason, clusters]).to.deep.equal([null, 20]);
  });

  it('says why there is no interval', () => {
    const options = { random: random(), resamples: 50 };
    const none = { bca: null, percentile: null, z0: null };
    expect(clusterBootstrap([], options)).to.include({ ...none, estimate: null, reason: 'no values' });
    expect(clusterBootstrap(clusterTotals([{ value: 3, cluster: 'a' }]), options)).to.include({
      ...none,
      estimate: 3,
      reason: 'fewer than two clusters',
    });
    expect(clusterBootstrap(clusterTotals(days(9, () => 0.1)), options)).to.include({ ...none, reason: 'no spread' });
  });
});
