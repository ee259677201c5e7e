import { expect } from 'chai';
import fc from 'fast-check';

import { detectableEffect } from '#etalon/domain/statistics/comparison/detectable-effect.js';
import { equivalenceTest } from '#etalon/domain/statistics/comparison/equivalence-test.js';
import { meanTest } from '#etalon/domain/statistics/comparison/mean-test.js';
import { nonInferiorityTest } from '#etalon/domain/statistics/comparison/non-inferiority-test.js';
import { pairedDifference } from '#etalon/domain/statistics/comparison/paired-difference.js';
import { pairedLogRatio } from '#etalon/domain/statistics/comparison/paired-log-ratio.js';
import { pairedDetectableDifference, pairedSampleSize } from '#etalon/domain/statistics/comparison/paired-power.js';
import type { ClusteredPair } from '#etalon/domain/statistics/comparison/stratified-difference.js';
import { stratifiedDifference } from '#etalon/domain/statistics/comparison/stratified-difference.js';
import { stratifiedMean } from '#etalon/domain/statistics/stratified-mean.js';

const pair = (baseline: number, candidate: number, stratum: string, cluster: string): ClusteredPair => ({
  baseline,
  candidate,
  stratum,
  cluster,
});
const days = (count: number) => Array.from({ length: count }, (_, index) => `${index}`);

describe('pairedDifference', () => {
  it('is the t interval of the differences, with the effect size', () => {
    const result = pairedDifference([3, 5, 8], [1, 4, 5]);
    // Differences 2, 1, 3: mean 2, s = 1.
    expect(result.mean).to.equal(2);
    expect(result.standardError).to.be.closeTo(1 / Math.sqrt(3), 1e-15);
    expect(result.degreesOfFreedom).to.equal(2);
    expect(result.effectSize).to.be.closeTo(2, 1e-12);
  });

  it('says why it has no interval', () => {
    expect(pairedDifference([], [])).to.include({ mean: null, effectSize: null, reason: 'no values' });
    expect(pairedDifference([2], [1])).to.include({ mean: 1, effectSize: null, reason: 'one value' });
    expect(pairedDifference([0.9, 0.7, 0.3], [0.8, 0.6, 0.2])).to.include({ effectSize: null, reason: 'no spread' });
  });

  it('refuses lists of different lengths', () => {
    expect(() => pairedDifference([1, 2], [1])).to.throw(RangeError);
  });
});

describe('stratifiedDifference', () => {
  it('is the stratified mean of the differences', () => {
    const pairs = days(9).flatMap((day, index) => [
      pair(0.5, 0.5 + 0.01 * index, 'a', day),
      pair(0.7, 0.6 + 0.03 * (index % 4), 'b', day),
    ]);
    const { reason, ...difference } = stratifiedDifference(pairs);
    const direct = stratifiedMean(
      pairs.map(({ baseline, candidate, stratum, cluster }) => ({ value: candidate - baseline, stratum, cluster })),
    );
    expect(reason).to.equal(null);
    expect(difference).to.deep.equal(Object.fromEntries(Object.entries(direct).filter(([key]) => key !== 'reason')));
  });

  it('says "identical" of identical results, never "at floor"', () => {
    const same = days(5).map((day, index) => pair(index / 7, index / 7, 'a', day));
    expect(stratifiedDifference(same)).to.include({ mean: 0, interval: null, reason: 'identical' });
    expect(stratifiedDifference([])).to.include({ mean: null, reason: 'no values' });
  });

  it('has no interval when every difference is the same, whatever the rounding', () => {
    const shifted = days(6).map((day, index) => pair(index / 10, index / 10 + 0.1, 'a', day));
    expect(stratifiedDifference(shifted)).to.include({ interval: null, reason: 'no spread' });
    const whole = days(6).map((day) => pair(0, 1, 'a', day));
    expect(stratifiedDifference(whole)).to.include({ mean: 1, interval: null, reason: 'no spread' });
  });

  it('is far tighter than the runs alone when both see the same hard days', () => {
    const pairs = days(30).map((day, index) =>
      pair((index % 10) / 10, (index % 10) / 10 + 0.01 * (index % 2), 'a', day),
    );
    const alone = stratifiedMean(pairs.map(({ candidate, ...rest }) => ({ value: candidate, ...rest })));
    expect(stratifiedDifference(pairs).standardError).to.be.below((alone.standardError ?? 0) / 10);
  });
});

describe('tests of a mean', () => {
  const estimate = pairedDifference([3, 5, 8, 4], [1, 4, 5, 4]);
  const nothing = { mean: 1, standardError: null, degreesOfFreedom: null };

  it('both tails add up to one and turn over with the sign', () => {
    const test = meanTest(estimate, 0)!;
    expect(test.pAbove + test.pBelow).to.be.closeTo(1, 1e-12);
    expect(test.pAbove).to.be.below(0.1);
    expect(test.p).to.equal(2 * test.pAbove);
    expect(meanTest(estimate, 9)?.p).to.equal(2 * (meanTest(estimate, 9)?.pBelow ?? 0));
  });

  it('equivalence holds inside wide margins and not at zero', () => {
    expect(equivalenceTest(estimate, -10, 10)?.p).to.be.below(0.01);
    expect(equivalenceTest(estimate, -1, 1)?.p).to.be.above(0.5);
  });

  it('the lower bound exceeds −margin exactly when p is below α', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 0, max: 5, noNaN: true }),
        fc.double({ min: 0.001, max: 0.4, noNaN: true }),
        (m, a) => {
          const { p, lowerBound } = nonInferiorityTest(estimate, m, a)!;
          return Math.abs(p - a) < 1e-9 || p < a === lowerBound > -m;
        },
      ),
      { seed: 3, numRuns: 200 },
    );
  });

  it('the smallest detectable effect is found with the power asked for', () => {
    const effect = detectableEffect(estimate, 0.05, 0.8)!;
    expect(effect).to.be.above(2 * (estimate.standardError ?? 0));
    expect(detectableEffect(estimate, 0.05, 0.9)).to.be.above(effect);
  });

  it('say nothing about a mean without an error', () => {
    expect(meanTest(nothing, 0)).to.equal(null);
    expect(equivalenceTest(nothing, -1, 1)).to.equal(null);
    expect(nonInferiorityTest(nothing, 1)).to.equal(null);
    expect(detectableEffect(nothing)).to.equal(null);
  });
});

describe('paired power', () => {
  const design = { betweenVariance: 1 / 9, withinVariances: [0, 0], repeats: [1, 1], alpha: 0.05, power: 0.8 } as const;

  it('the difference found by n questions needs n questions', () => {
    const n = pairedSampleSize(design, 0.03)!;
    expect(Math.ceil(n)).to.equal(969);
    expect(pairedDetectableDifference(design, n)).to.be.closeTo(0.03, 1e-12);
  });

  it('no number of questions finds nothing, and no questions find no difference', () => {
    expect(pairedSampleSize(design, 0)).to.equal(null);
    expect(pairedDetectableDifference(design, 0)).to.equal(null);
  });
});

describe('pairedLogRatio', () => {
  it('is the factor that all pairs share, with an interval around it', () => {
    const pairs = days(12).map((day, index) =>
      pair(100 + index, (100 + index) * (index % 2 === 0 ? 2.1 : 1.9), 'a', day),
    );
    const { ratio, interval } = pairedLogRatio(pairs);
    expect(ratio).to.be.closeTo(Math.sqrt(2.1 * 1.9), 1e-12);
    expect(interval?.lower).to.be.below(ratio!);
    expect(interval?.method).to.equal('log-stratified-cluster-t');
  });

  it('has no answer for a value that is not above 0, and none for no pairs', () => {
    expect(pairedLogRatio([pair(0, 1, 'a', '1')])).to.include({ ratio: null, reason: 'a value not above 0' });
    expect(pairedLogRatio([pair(1, -1, 'a', '1')])).to.include({ ratio: null, reason: 'a value not above 0' });
    expect(pairedLogRatio([])).to.include({ ratio: null, reason: 'no values' });
  });
});
