import stdBetaCdf from '@stdlib/stats-base-dists-beta-cdf';
import stdBetaQuantile from '@stdlib/stats-base-dists-beta-quantile';
import stdBinomialCdf from '@stdlib/stats-base-dists-binomial-cdf';
import stdChisquareCdf from '@stdlib/stats-base-dists-chisquare-cdf';
import stdNormalQuantile from '@stdlib/stats-base-dists-normal-quantile';
import stdTCdf from '@stdlib/stats-base-dists-t-cdf';
import stdTQuantile from '@stdlib/stats-base-dists-t-quantile';
import { expect } from 'chai';
import fc from 'fast-check';

import { betaCdf, betaQuantile } from '#etalon/domain/statistics/distributions/beta-distribution.js';
import { binomialCdf } from '#etalon/domain/statistics/distributions/binomial-distribution.js';
import { incompleteBeta } from '#etalon/domain/statistics/distributions/incomplete-beta.js';
import { inverseIncompleteBeta } from '#etalon/domain/statistics/distributions/inverse-incomplete-beta.js';
import { incompleteGamma } from '#etalon/domain/statistics/distributions/incomplete-gamma.js';
import { logGamma } from '#etalon/domain/statistics/distributions/log-gamma.js';
import { normalCdf, normalQuantile } from '#etalon/domain/statistics/distributions/normal-distribution.js';
import { tCdf, tQuantile } from '#etalon/domain/statistics/distributions/t-distribution.js';

const PROBABILITIES = [1e-9, 1e-4, 0.025, 0.1, 0.3, 0.5, 0.7, 0.9, 0.975, 0.9999];
/** What the other library is good for. */
const RELATIVE = 1e-8;

function close(got: number, expected: number, label: string): void {
  expect(Math.abs(got - expected), `${label}: ${got} for ${expected}`).to.be.at.most(
    RELATIVE * Math.abs(expected) + 1e-300,
  );
}

describe('distributions', () => {
  it('logGamma knows factorials, halves and huge arguments, and refuses what is not above 0', () => {
    close(logGamma(5), Math.log(24), 'Γ(5)');
    close(logGamma(0.5), Math.log(Math.sqrt(Math.PI)), 'Γ(½)');
    close(logGamma(1e-10), 23.025_850_929_882_735, 'Γ(1e-10)');
    close(logGamma(1e6), 12_815_504.569_147_611, 'Γ(1e6)');
    expect(() => logGamma(0)).to.throw(RangeError);
    expect(() => logGamma(Number.NaN)).to.throw(RangeError);
  });

  it('Student t agrees with another implementation and inverts itself', () => {
    for (const df of [1, 2, 2.5, 9, 29, 200, 5000])
      for (const p of PROBABILITIES) {
        close(tQuantile(p, df), stdTQuantile(p, df), `t ${p}, ${df}`);
        close(tCdf(tQuantile(p, df), df), p, `t cdf ${p}, ${df}`);
        close(tCdf(-1.7, df), stdTCdf(-1.7, df), `t cdf ${df}`);
      }
    expect(tQuantile(0, 3)).to.equal(-Infinity);
    expect(tQuantile(1, 3)).to.equal(Infinity);
    expect(() => tQuantile(0.5, 0)).to.throw(RangeError);
    expect(() => tQuantile(1.5, 3)).to.throw(RangeError);
    expect(() => tCdf(1, 0)).to.throw(RangeError);
  });

  it('the normal distribution keeps its far tails', () => {
    for (const p of PROBABILITIES) close(normalQuantile(p), stdNormalQuantile(p, 0, 1), `normal ${p}`);
    close(normalCdf(-8), 6.220_960_574_271_74e-16, 'Φ(−8)');
    close(normalCdf(-37), 5.725_571_222_524_577e-300, 'Φ(−37)');
    expect(normalCdf(0)).to.equal(0.5);
    expect(normalQuantile(0)).to.equal(-Infinity);
    expect(normalQuantile(1)).to.equal(Infinity);
    expect(() => normalQuantile(-0.1)).to.throw(RangeError);
  });

  it('beta and binomial agree with another implementation', () => {
    for (const [a, b] of [
      [0.5, 20.5],
      [1, 13],
      [18, 4],
      [851, 151],
    ] as const) {
      for (const p of PROBABILITIES) close(betaQuantile(p, a, b), stdBetaQuantile(p, a, b), `B ${p},${a}`);
      for (const x of [0.01, 0.4, 0.9]) close(betaCdf(x, a, b), stdBetaCdf(x, a, b), `cdf ${x},${a},${b}`);
    }
    for (const k of [-1, 0, 3, 9, 10, 11]) close(binomialCdf(k, 10, 0.3), stdBinomialCdf(k, 10, 0.3), `${k}`);
  });

  it('the incomplete gamma function agrees with the chi-squared distribution', () => {
    for (const df of [1, 4, 30])
      for (const x of [0.1, 3, 40, 90])
        close(incompleteGamma(df / 2, x / 2).lower, stdChisquareCdf(x, df), `χ² ${x}, ${df}`);
    expect(incompleteGamma(2, 0)).to.deep.equal({ lower: 0, upper: 1 });
    expect(incompleteGamma(2, Infinity)).to.deep.equal({ lower: 1, upper: 0 });
    expect(() => incompleteGamma(0, 1)).to.throw(RangeError);
  });

  it('the ends of the unit interval are exact, and nonsense is refused', () => {
    expect(incompleteBeta(0, 1, 2, 3)).to.deep.equal({ lower: 0, upper: 1 });
    expect(incompleteBeta(1, 0, 2, 3)).to.deep.equal({ lower: 1, upper: 0 });
    expect(inverseIncompleteBeta(0, 1, 2, 3)).to.deep.equal({ x: 0, y: 1 });
    expect(inverseIncompleteBeta(1, 0, 2, 3)).to.deep.equal({ x: 1, y: 0 });
    expect(inverseIncompleteBeta(1e-300, 1, 0.5, 3).x).to.equal(0);
    expect(() => incompleteBeta(0.5, 0.5, 0, 1)).to.throw(RangeError);
    expect(() => incompleteBeta(-1, 2, 1, 1)).to.throw(RangeError);
    expect(() => inverseIncompleteBeta(2, -1, 1, 1)).to.throw(RangeError);
  });

  it('the inverse incomplete beta function inverts for any parameters', () => {
    const parameter = fc.double({ min: 0.2, max: 400, noNaN: true });
    const probability = fc.double({ min: 1e-6, max: 0.999, noNaN: true });
    fc.assert(
      fc.property(probability, parameter, parameter, (p, a, b) => {
        const { x, y } = inverseIncompleteBeta(p, 1 - p, a, b);
        return Math.abs(incompleteBeta(x, y, a, b).lower - p) <= 1e-9 * p + 1e-15;
      }),
      { seed: 7, numRuns: 300 },
    );
  });
});
