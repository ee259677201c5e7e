import { Readable } from 'node:stream';
import { expect } from 'chai';
import fc from 'fast-check';

import { Histogram } from '#etalon/domain/benchmark/report/histogram.js';
import { pictureResults } from '#etalon/domain/benchmark/report/picture-results.js';
import type { SampleResult } from '#etalon/domain/benchmark/sample-result.js';
import { RunningSum } from '#etalon/domain/statistics/running-sum.js';
import { exactSum } from '#etalon/domain/statistics/exact-sum.js';
import { failed, finishedRun, scored } from '../../../../support/benchmark-run.js';

const picture = (results: readonly SampleResult[], includeSynthetic = false, notable = 3) =>
  pictureResults(finishedRun(results, { includeSynthetic }), Readable.from(results), {
    metrics: ['coverage'],
    notable,
  });

describe('pictureResults', () => {
  it('takes means by channel and day, sorted, nothing where nothing was scored', async () => {
    const arts = scored(1, 0.3, { channel: '@arts', provenance: 'synthetic' });
    const { heat } = await picture([scored(2, 0.5), scored(1, 1), scored(1, 0), failed(3), arts]);
    const cells = heat['coverage'] ?? [];
    expect(
      cells.map(({ channel, day, mean, n, synthetic }) => [channel, day.slice(8), mean, n, synthetic]),
    ).to.deep.equal([
      ['@arts', '01', 0.3, 1, true],
      ['@city', '01', 0.5, 2, false],
      ['@city', '02', 0.5, 1, false],
      ['@city', '03', null, 1, false],
    ]);
    expect((await picture([failed(1)])).heat).to.deep.equal({});
  });

  it('finds the worst and the best by the distance from the pass value, failures at the bottom', async () => {
    const results = [
      scored(1, 0.9),
      scored(2, 0.2),
      failed(3),
      scored(4, 0, { provenance: 'synthetic' }),
      scored(5, 1),
    ];
    const of = async (included: boolean) => {
      const { worst, best } = await picture(results, included);
      return [worst, best].map((side) => side.map(({ position }) => position));
    };
    expect(await of(false)).to.deep.equal([
      [3, 2, 1],
      [5, 1, 2],
    ]);
    expect(await of(true)).to.deep.equal([
      [3, 4, 2],
      [5, 1, 2],
    ]);
  });

  it('keeps the same ends as sorting everything would', async () => {
    const scores = fc.array(fc.integer({ min: 0, max: 20 }), { minLength: 1, maxLength: 40 });
    await fc.assert(
      fc.asyncProperty(scores, fc.integer({ min: 1, max: 6 }), async (values, count) => {
        const results = values.map((value, index) => ({ ...scored(1, value / 20), position: index }));
        const sorted = (sign: number) =>
          [...results]
            .sort((a, b) => sign * (scoreOf(a) - scoreOf(b)) || a.position - b.position)
            .slice(0, count)
            .map(({ position }) => position);
        const { worst, best } = await picture(results, false, count);
        expect(worst.map(({ position }) => position)).to.deep.equal(sorted(1));
        expect(best.map(({ position }) => position)).to.deep.equal(sorted(-1));
      }),
    );
  });

  it('counts scores and times in bins, and takes means by channel and by day', async () => {
    const results = [
      scored(1, 0.15),
      scored(1, 1, { channel: '@arts', latencySeconds: 90 }),
      scored(2, 0.16),
      failed(3),
    ];
    const { distributions, latency, channels, days } = await picture(results);
    const bins = distributions['coverage'] ?? [];
    expect(bins).to.have.length(20);
    expect(bins[3]).to.deep.equal({ from: 0.15, to: 0.2, count: 2 });
    expect(bins.at(-1)).to.deep.equal({ from: 0.95, to: 1, count: 1 });
    expect(latency.reduce((sum, { count }) => sum + count, 0)).to.equal(4);
    expect(channels.map(({ name, n, means }) => [name, n, means['coverage']])).to.deep.equal([
      ['@arts', 1, 1],
      ['@city', 3, 0.155],
    ]);
    expect(days.at(-1)).to.deep.equal({ name: '2024-12-03', n: 1, means: { coverage: null } });
  });
});

describe('Histogram', () => {
  it('puts each value between the edges of its bin', () => {
    fc.assert(
      fc.property(fc.double({ min: 0, max: 1, noNaN: true }), (value) => {
        const histogram = Histogram.ofScores(20);
        histogram.add(value);
        const bin = histogram.bins().find(({ count }) => count === 1);
        expect(value).to.be.within((bin?.from ?? 1) - 1e-9, (bin?.to ?? 0) + 1e-9);
      }),
    );
    expect(Histogram.ofTimes(8).bins()).to.deep.equal([]);
  });
});

describe('RunningSum', () => {
  it('is the mean of the exact sum', () => {
    fc.assert(
      fc.property(fc.array(fc.double({ min: -1e6, max: 1e6, noNaN: true }), { minLength: 1 }), (values) => {
        const sum = new RunningSum();
        for (const value of values) sum.add(value);
        expect(sum.mean).to.equal(exactSum(values) / values.length);
        expect(sum.count).to.equal(values.length);
      }),
    );
    expect(new RunningSum().mean).to.equal(null);
  });
});

function scoreOf(result: SampleResult): number {
  return result.status === 'scored' ? (result.scores['coverage'] ?? 0) : 0;
}
