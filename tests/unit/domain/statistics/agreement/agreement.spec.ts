import { expect } from 'chai';
import fc from 'fast-check';
import { gwetAgreement } from '#etalon/domain/statistics/agreement/gwet-agreement.js';
import { krippendorffAlpha } from '#etalon/domain/statistics/agreement/krippendorff-alpha.js';
import { predictionPoweredMean } from '#etalon/domain/statistics/agreement/prediction-powered-mean.js';
import { quadraticKappa } from '#etalon/domain/statistics/agreement/quadratic-kappa.js';

const SCALE = [1, 2, 3, 4, 5];
const rating = fc.constantFrom<(number | null)[]>(...SCALE, null);
const METRICS = ['nominal', 'ordinal', 'interval'] as const;

describe('agreement', () => {
  it('is 1 for judges who always agree, whatever the coefficient', () => {
    const ratings = [1, 2, 3, 3, 5];
    for (const metric of METRICS) expect(krippendorffAlpha([ratings, ratings], metric)).to.equal(1);
    expect(quadraticKappa(ratings, ratings)).to.equal(1);
    for (const weights of ['identity', 'quadratic'] as const)
      expect(gwetAgreement([ratings, ratings], SCALE, weights)?.coefficient).to.be.closeTo(1, 1e-12);
  });

  it('does not depend on who is called first, and is never above 1', () => {
    const judges = fc.array(fc.tuple(rating, rating), { minLength: 2, maxLength: 20 });
    fc.assert(
      fc.property(judges, (units) => {
        const [a, b] = [units.map(([first]) => first), units.map(([, second]) => second)];
        const both = [
          ...METRICS.map((metric) => [krippendorffAlpha([a, b], metric), krippendorffAlpha([b, a], metric)]),
          [quadraticKappa(a, b), quadraticKappa(b, a)],
          ...(['identity', 'quadratic'] as const).map((weights) => [
            gwetAgreement([a, b], SCALE, weights)?.coefficient ?? null,
            gwetAgreement([b, a], SCALE, weights)?.coefficient ?? null,
          ]),
        ];
        return both.every(([left, right]) =>
          typeof left !== 'number' ? right === null : left <= 1 + 1e-12 && Math.abs(left - right!) < 1e-9,
        );
      }),
      { seed: 6, numRuns: 200 },
    );
  });

  it('of rare failures: κ collapses, AC1 does not', () => {
    const [a, b] = [Array.from({ length: 50 }, () => 1), Array.from({ length: 50 }, () => 1)];
    [a[0], b[1]] = [0, 0];
    expect(quadraticKappa(a, b)).to.be.below(0);
    expect(gwetAgreement([a, b], [0, 1], 'identity')?.coefficient).to.be.above(0.9);
  });

  it('cannot be told from chance without two ratings of a unit, or with one value only', () => {
    for (const metric of METRICS) {
      expect(krippendorffAlpha([], metric)).to.equal(null);
      expect(krippendorffAlpha([[1, 2]], metric)).to.equal(null);
      expect(
        krippendorffAlpha(
          [
            [2, null],
            [2, 1],
          ],
          metric,
        ),
      ).to.equal(null);
    }
    expect(quadraticKappa([], [])).to.equal(null);
    expect(quadraticKappa([1, null], [null, 2])).to.equal(null);
    expect(quadraticKappa([3, 3], [3, 3])).to.equal(null);
    expect(quadraticKappa([1, 2], [1])).to.equal(null);
    expect(
      gwetAgreement(
        [
          [1, null],
          [null, 1],
        ],
        SCALE,
        'identity',
      ),
    ).to.equal(null);
    expect(gwetAgreement([[1], [1]], [1], 'identity')).to.equal(null);
  });

  it('has no standard error for one unit, and takes units with one rating for chance alone', () => {
    expect(gwetAgreement([[1], [2]], SCALE, 'quadratic')?.standardError).to.equal(null);
    const whole = gwetAgreement(
      [
        [1, 2, 5],
        [1, 3, 5],
      ],
      SCALE,
      'identity',
    );
    const partial = gwetAgreement(
      [
        [1, 2, 5, 4],
        [1, 3, 5, null],
      ],
      SCALE,
      'identity',
    );
    expect(partial?.observed).to.equal(whole?.observed);
    expect(partial?.expected).not.to.equal(whole?.expected);
    expect(partial?.standardError).to.be.above(0);
  });

  it('refuses a rating outside the categories', () => {
    expect(() => gwetAgreement([[9], [1]], SCALE, 'identity')).to.throw(RangeError);
  });

  it('Krippendorff takes a hundred thousand different values', () => {
    const ratings = Array.from({ length: 100_000 }, (_, index) => Math.sin(index));
    const shifted = ratings.map((value) => value + 0.001);
    for (const metric of ['ordinal', 'interval'] as const)
      expect(krippendorffAlpha([ratings, shifted], metric)).to.be.above(0.99);
    expect(krippendorffAlpha([ratings, shifted], 'nominal')).to.be.closeTo(0, 1e-4);
  });
});

describe('predictionPoweredMean', () => {
  const labels = [1, 2, 3, 4, 5, 6];

  it('with λ = 0 is the mean of the labels, with a perfect judge it is that of all', () => {
    const data = { labels, scores: labels, unlabelled: [3, 4, 5, 9] };
    expect(predictionPoweredMean(data, 0)?.estimate).to.equal(3.5);
    expect(predictionPoweredMean(data, 1)?.estimate).to.equal(5.25);
  });

  it('clips λ, and does without a judge that never changes its mind', () => {
    const against = { labels, scores: [...labels].reverse(), unlabelled: labels };
    expect(predictionPoweredMean(against)?.lambda).to.equal(0);
    const timid = {
      labels,
      scores: labels.map((label) => label / 100),
      unlabelled: labels.map((label) => label / 100),
    };
    expect(predictionPoweredMean(timid)?.lambda).to.equal(1);
    const constant = { labels, scores: labels.map(() => 2), unlabelled: [2, 2] };
    expect(predictionPoweredMean(constant)).to.include({ lambda: 0, estimate: 3.5 });
  });

  it('has no answer for one label or no other sample, and refuses labels without a score', () => {
    expect(predictionPoweredMean({ labels: [1], scores: [1], unlabelled: [1] })).to.equal(null);
    expect(predictionPoweredMean({ labels, scores: labels, unlabelled: [] })).to.equal(null);
    expect(() => predictionPoweredMean({ labels, scores: [1], unlabelled: [1] })).to.throw(RangeError);
  });
});
