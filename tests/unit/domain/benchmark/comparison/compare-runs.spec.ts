import { expect } from 'chai';
import fc from 'fast-check';

import { compareRuns } from '#etalon/domain/benchmark/comparison/compare-runs.js';
import { differenceTest } from '#etalon/domain/benchmark/comparison/difference-test.js';
import type { RunComparison } from '#etalon/domain/benchmark/comparison/run-comparison.js';
import type { SampleResult } from '#etalon/domain/benchmark/sample-result.js';
import type { CalendarDay } from '#etalon/domain/time/calendar-day.js';
import { byId, failed, scored } from '../../../../support/benchmark-run.js';

const METRICS = [
  { name: 'coverage', direction: 'higher' },
  { name: 'latency_p95', direction: 'lower' },
] as const;
const RULES = { margin: 0.02, alpha: 0.05, baselinePinned: false };
const DAYS = Array.from({ length: 20 }, (_, index) => index + 1);
/** Something between −1 and 1 that looks like noise. */
const wobble = (number: number) => Math.sin(number * 12.9898);

function side(id: string, results: readonly SampleResult[], includeSynthetic = false) {
  return { run: { id, includeSynthetic, metrics: METRICS }, results: byId(results) };
}

function compare(before: readonly SampleResult[], now: readonly SampleResult[], rules = RULES): Promise<RunComparison> {
  return compareRuns(side('before', before), side('now', now), rules);
}

const scoreOf = (result: SampleResult) => (result.status === 'scored' ? result.scores['coverage']! : NaN);

const BASE = DAYS.map((day) => scored(day, 0.8 + 0.05 * wobble(day), { latencySeconds: 2 }));
const shifted = (by: number, noise = 0.01) =>
  DAYS.map((day) => scored(day, 0.8 + 0.05 * wobble(day) + by + noise * wobble(day + 50), { latencySeconds: 2 }));

describe('compareRuns', () => {
  it('calls a run and itself equivalent, and says that the results are identical', async () => {
    const comparison = await compare(BASE, BASE);
    expect(comparison).to.include({ verdict: 'equivalent', reason: 'All results are identical.', pairs: 20 });
    for (const metric of comparison.metrics)
      expect(metric).to.include({ difference: 0, interval: null, pValue: 1, reason: 'identical results' });
  });

  it('sees what is worse, better, equivalent and undecided by paired differences', async () => {
    expect((await compare(BASE, shifted(-0.1))).metrics[0]).to.include({ verdict: 'worse' });
    expect((await compare(BASE, shifted(-0.1))).verdict).to.equal('worse');
    expect((await compare(BASE, shifted(0.1))).metrics[0]).to.include({ verdict: 'better' });
    expect((await compare(BASE, shifted(0.1))).verdict).to.equal('better');
    expect((await compare(BASE, shifted(0.001))).metrics[0]).to.include({ verdict: 'equivalent' });
    expect((await compare(BASE, shifted(0.005, 0.1))).metrics[0]).to.include({ verdict: 'undecided' });
    expect((await compare(BASE, shifted(0.005, 0.1))).verdict).to.equal('undecided');
  });

  it('estimates the mean difference with days as clusters', async () => {
    const { metrics } = await compare(BASE, shifted(-0.1, 0));
    const [coverage] = metrics;
    expect(coverage?.difference).to.be.closeTo(-0.1, 1e-12);
    expect(coverage).to.include({ n: 20, clusters: 20 });
  });

  it('prints difference, interval, p-value, effect size and what could have been seen', async () => {
    // Differences 0.1, 0.2, 0.3 on three days: mean 0.2, SE 0.1/√3, t(2) = 3.464…, by hand.
    const before = [1, 2, 3].map((day) => scored(day, 0.5));
    const now = [1, 2, 3].map((day) => scored(day, 0.5 + day / 10));
    const [coverage] = (await compare(before, now)).metrics;
    expect(coverage?.difference).to.be.closeTo(0.2, 1e-12);
    expect(coverage?.pValue).to.be.closeTo(0.0741799, 1e-6);
    expect(coverage?.effectSize).to.be.closeTo(2, 1e-9);
    expect(coverage?.interval?.lower).to.be.closeTo(0.2 - 4.302653 * (0.1 / Math.sqrt(3)), 1e-6);
    expect(coverage?.equivalenceInterval?.lower).to.be.closeTo(0.2 - 2.919986 * (0.1 / Math.sqrt(3)), 1e-6);
    expect(coverage?.mde).to.be.closeTo((4.302653 + 1.06066) * (0.1 / Math.sqrt(3)), 1e-5);
  });

  it('corrects the p-values for the number of metrics', async () => {
    const { metrics } = await compare(BASE, shifted(-0.1));
    const [coverage] = metrics;
    expect(coverage?.pHolm).to.be.closeTo(2 * (coverage?.pValue ?? 0), 1e-15);
  });

  it('compares latency as a ratio with a margin of 10 %', async () => {
    const slower = (by: number) =>
      BASE.map((result, index) => ({ ...result, latencySeconds: 2 * by * (1 + 0.001 * wobble(index)) }));
    const latency = async (by: number) => (await compare(BASE, slower(by))).metrics[1];
    expect(await latency(1.05)).to.include({ verdict: 'equivalent', scale: 'relative', margin: 0.1 });
    expect((await latency(1.05))?.difference).to.be.closeTo(-0.05, 1e-3);
    expect(await latency(1.5)).to.include({ verdict: 'worse' });
    expect(await latency(0.5)).to.include({ verdict: 'better' });
    expect((await latency(0.5))?.difference).to.be.closeTo(0.5, 1e-3);
  });

  it('gives no effect size where differences are all the same up to rounding', async () => {
    const metric = (
      await compare(
        BASE,
        BASE.map((result) => ({ ...result, latencySeconds: 6 })),
      )
    ).metrics[1];
    expect(metric).to.include({ name: 'latency_geometric_mean', effectSize: null, verdict: 'worse' });
  });

  it('decides nothing when fewer than 90 % are paired, and counts what is not', async () => {
    const comparison = await compare(BASE, shifted(-0.3).slice(0, 17));
    expect(comparison).to.include({ verdict: 'undecided', pairs: 17 });
    expect(comparison.unpaired).to.deep.equal({ a: 3, b: 0 });
    expect(comparison.metrics[0]?.reason).to.equal('85 % of the samples are in both runs, 90 % are needed');
  });

  it('decides nothing about a metric that too many pairs lack in one run: a failure is never a score', async () => {
    const now = shifted(-0.3).map((result, index) =>
      index < 3 ? { ...failed(index + 1), latencySeconds: 2 } : result,
    );
    const comparison = await compare(BASE, now);
    expect(comparison.metrics[0]).to.include({ verdict: 'undecided', n: 17 });
    expect(comparison.metrics[1]).to.include({ verdict: 'equivalent' });
  });

  it('knows which side differences without spread are on, and nothing more', async () => {
    const constant = (by: number) => DAYS.map((day) => scored(day, 0.5 + by));
    const [worse] = (await compare(constant(0), constant(-0.25))).metrics;
    expect(worse).to.include({ verdict: 'worse', interval: null, difference: -0.25 });
    expect(worse?.reason).to.equal('no spread: the signs of 20 days are tested');
    const few = (await compare([scored(1, 0.5), scored(2, 0.5)], [scored(1, 0.25), scored(2, 0.25)])).metrics[0];
    expect(few).to.include({ verdict: 'undecided', pValue: 0.5 });
    const one = (await compare([scored(1, 0.5)], [scored(1, 0.25)])).metrics[0];
    expect(one).to.include({ verdict: 'undecided', pValue: null, reason: 'fewer than two days' });
  });

  it('calls a constant difference inside the margin equivalent, once there are days enough to be no chance', async () => {
    const constant = (by: number, days = DAYS) => days.map((day) => scored(day, 0.5 + by));
    expect((await compare(constant(0), constant(-0.001))).metrics[0]).to.include({
      verdict: 'equivalent',
      interval: null,
    });
    const few = [1, 2, 3];
    expect((await compare(constant(0, few), constant(-0.001, few))).metrics[0]).to.include({ verdict: 'undecided' });
  });

  it('takes scores that differ in their last digit for identical', async () => {
    const near = BASE.map((result) =>
      result.status === 'scored'
        ? { ...result, scores: { coverage: result.scores['coverage']! * (1 + 2 ** -52) } }
        : result,
    );
    expect((await compare(BASE, near)).metrics[0]).to.include({ verdict: 'equivalent', reason: 'identical results' });
  });

  it('takes differences whose squares no number holds for none', async () => {
    const [zero, tiny] = [[1, 2, 3, 4].map((day) => scored(day, 0)), [scored(4, 5e-324)]];
    const now = [...zero.slice(0, 3), ...tiny];
    for (const [a, b] of [
      [zero, now],
      [now, zero],
    ] as const) {
      expect((await compare(a, b)).metrics[0]).to.include({ verdict: 'equivalent', reason: 'identical results' });
    }
  });

  it('names the reason of each metric that it can say nothing of', async () => {
    const now = shifted(0.005, 0.1).map((result, index) => ({ ...result, latencySeconds: 2 + wobble(index) }));
    expect((await compare(BASE, now)).reason).to.equal(
      'Nothing can be said of coverage (the interval reaches beyond the margin), latency_geometric_mean (the interval reaches beyond the margin).',
    );
  });

  it('pairs by id wherever samples stand, and sums in the order of the candidate', async () => {
    const ids = ['я', '\uffff', '😀', 'Z', 'a', '"', '\\', '\ue000'];
    const named = (results: readonly SampleResult[]) =>
      results.map((result, index) => ({ ...result, sampleId: `${ids[index % ids.length]}${index}` }));
    const before = named(BASE).map((result, index) => ({ ...result, position: (index * 7) % 20 }));
    const now = named(shifted(0.003, 0.05)).map((result, index) => ({ ...result, position: (index * 13) % 20 }));
    const other = { ...scored(3, 0.1), sampleId: 'other' };
    const { metrics, pairs, unpaired } = await compare([...before, other], now.slice(1));
    expect({ pairs, unpaired }).to.deep.equal({ pairs: 19, unpaired: { a: 2, b: 0 } });
    const inOrder = now.slice(1).sort((a, b) => a.position - b.position);
    const expected = differenceTest(
      inOrder.map((result) => {
        const baseline = scoreOf(before.find(({ sampleId }) => sampleId === result.sampleId)!);
        return { baseline, candidate: scoreOf(result), stratum: result.channel, cluster: result.day };
      }),
      RULES.alpha,
    );
    const { interval, equivalenceInterval, pValue, effectSize, mde } = expected;
    expect(metrics[0]).to.deep.include({
      difference: expected.mean,
      interval,
      equivalenceInterval,
      pValue,
      effectSize,
      mde,
    });
  });

  it('refuses results that do not come by id: they could not be paired truly', async () => {
    const backwards = (async function* () {
      await Promise.resolve();
      yield* [...BASE].reverse();
    })();
    const failure = await compareRuns({ ...side('a', BASE), results: backwards }, side('b', BASE), RULES).catch(String);
    expect(failure).to.include('do not come in the order');
  });

  it('leaves synthetic samples out unless both runs count them', async () => {
    const synthetic = scored(21, 0.1, { provenance: 'synthetic' });
    expect((await compare([...BASE, synthetic], [...BASE, synthetic])).pairs).to.equal(20);
    const one = await compareRuns(side('a', [...BASE, synthetic], true), side('b', [...BASE, synthetic]), RULES);
    expect(one).to.include({
      pairs: 20,
      reason: 'All results are identical. Synthetic samples are left out: only the baseline counts them.',
    });
    const both = await compareRuns(side('a', [...BASE, synthetic], true), side('b', [...BASE, synthetic], true), RULES);
    expect(both.pairs).to.equal(21);
  });

  it('is undecided over nothing at all', async () => {
    expect(await compare([], [])).to.include({ verdict: 'undecided', pairs: 0 });
    const none = await compareRuns(
      { ...side('a', BASE), run: { id: 'a', includeSynthetic: false, metrics: [] } },
      side('b', BASE),
      RULES,
    );
    expect(none).to.include({ verdict: 'undecided', reason: 'The runs have no metric in common.' });
  });

  it('turns round with its sides', async () => {
    const result = fc.record({
      a: fc.double({ min: 0, max: 1, noNaN: true }),
      b: fc.double({ min: 0, max: 1, noNaN: true }),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(result, { minLength: 4, maxLength: 20 }), async (scores) => {
        const a = scores.map((score, index) => scored(index + 1, score.a));
        const b = scores.map((score, index) => scored(index + 1, score.b));
        const [there] = (await compare(a, b)).metrics;
        const [back] = (await compare(b, a)).metrics;
        expect(back?.difference ?? 0).to.be.closeTo(-(there?.difference ?? 0), 1e-12);
        const mirrored = { better: 'worse', worse: 'better' } as Record<string, string>;
        expect(back?.verdict).to.equal(mirrored[there?.verdict ?? ''] ?? there?.verdict);
      }),
    );
  });
});

describe('two channels', () => {
  it('are strata: a difference between channels is no error', async () => {
    const day = (number: number) => `2024-12-${String(number).padStart(2, '0')}` as CalendarDay;
    const of = (channel: string, shift: number) =>
      DAYS.map((number) => ({
        ...scored(number, 0.5 + shift + 0.001 * wobble(number)),
        channel,
        day: day(number),
        sampleId: `${channel}-${number}`,
      }));
    const before = [...of('@aaaa', 0), ...of('@bbbb', 0)];
    const now = [...of('@aaaa', 0.1), ...of('@bbbb', 0.3)].map((result, index) =>
      result.status === 'scored'
        ? { ...result, scores: { coverage: (result.scores['coverage'] ?? 0) + 0.001 * wobble(index) } }
        : result,
    );
    const [coverage] = (await compare(before, now)).metrics;
    expect(coverage?.difference).to.be.closeTo(0.2, 0.001);
    const half = ((coverage?.interval?.upper ?? 1) - (coverage?.interval?.lower ?? 0)) / 2;
    expect(half).to.be.below(0.001);
  });
});
