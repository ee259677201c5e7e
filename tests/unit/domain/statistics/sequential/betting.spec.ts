import { expect } from 'chai';
import fc from 'fast-check';

import type { BettingHypothesis } from '#etalon/domain/statistics/sequential/betting-test.js';
import { BETTING_START, anytimeP, bettingTest } from '#etalon/domain/statistics/sequential/betting-test.js';
import { NO_BETS, observeDifference, stopDecision } from '#etalon/domain/statistics/sequential/paired-stop.js';

const after = (values: readonly number[], hypothesis: BettingHypothesis) =>
  values.reduce((state, x) => bettingTest(state, x, hypothesis), BETTING_START);

describe('bettingTest', () => {
  it('bets nothing at first when the middle is the null, then follows the values', () => {
    const hypothesis = { mean: 0.5, population: 10, rejects: 'mean <= m' } as const;
    const first = after([1], hypothesis);
    expect(first).to.include({ seen: 1, sum: 1, wealth: 1, most: 1 });
    // m₂ = 4/9, μ̂₁ = ¾, V₁ = (¼ + 1/16)/2, g = 11/36: λ = g/(V + g²), below ¾/m₂.
    const gap = 11 / 36;
    const bet = gap / (5 / 32 + gap ** 2);
    expect(after([1, 1], hypothesis).wealth).to.be.closeTo(1 + bet * (5 / 9), 1e-12);
  });

  it('is the same against both nulls when everything is turned over', () => {
    const values = fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 1, maxLength: 30 });
    fc.assert(
      fc.property(values, (x) => {
        const above = after(x, { mean: 0.4, population: 40, rejects: 'mean <= m' });
        const below = after(
          x.map((value) => 1 - value),
          { mean: 0.6, population: 40, rejects: 'mean >= m' },
        );
        return above.wealth === below.wealth || Math.abs(Math.log(above.wealth / below.wealth)) < 1e-9 * (1 + x.length);
      }),
      { seed: 11, numRuns: 200 },
    );
  });

  it('is certain once the values seen make the null impossible, and stays so', () => {
    const state = after([1, 1, 1, 1, 1, 1, 0], { mean: 0.5, population: 10, rejects: 'mean <= m' });
    expect(state.wealth).to.equal(Infinity);
    expect(anytimeP(state)).to.equal(0);
    expect(after([0, 0, 0, 0, 0, 0, 1], { mean: 0.5, population: 10, rejects: 'mean >= m' }).wealth).to.equal(Infinity);
  });

  it('never refutes a null that holds exactly, whatever the rounding', () => {
    const values = Array.from({ length: 3000 }, (_, index) => [0.1, 0.2, 0.3][index % 3]!);
    for (const rejects of ['mean <= m', 'mean >= m'] as const)
      expect(after(values, { mean: 0.2, population: 3000, rejects }).most).to.be.below(20);
    expect(after([0, 0, 0], { mean: 0, population: 3, rejects: 'mean <= m' }).wealth).to.equal(1);
  });

  it('refuses values outside 0…1 and more values than there are', () => {
    const hypothesis = { mean: 0.5, population: 1, rejects: 'mean <= m' } as const;
    expect(() => after([1.01], hypothesis)).to.throw(RangeError);
    expect(() => after([Number.NaN], hypothesis)).to.throw(RangeError);
    expect(() => after([1, 1], hypothesis)).to.throw(RangeError);
  });
});

describe('stopDecision', () => {
  const rule = { population: 1000, margin: 0.02, alpha: 0.05 };
  const run = (difference: number, samples: number) =>
    Array.from({ length: samples }).reduce<typeof NO_BETS>(
      (bets) => observeDifference(bets, difference, rule),
      NO_BETS,
    );

  it('goes on before anything is seen, and with no metrics', () => {
    expect(stopDecision([NO_BETS], 0.05)).to.equal('go on');
    expect(stopDecision([], 0.05)).to.equal('go on');
  });

  it('says worse as soon as one metric is, not worse only when all are', () => {
    const [good, bad] = [run(0, 900), run(-0.2, 300)];
    expect(stopDecision([good, bad], 0.05)).to.equal('worse');
    expect(stopDecision([good, NO_BETS], 0.05)).to.equal('go on');
    expect(stopDecision([good, good], 0.05)).to.equal('not worse');
  });

  it('asks more of "worse" the more metrics there are', () => {
    const bets = { ...NO_BETS, worse: { ...BETTING_START, wealth: 25, most: 25 } };
    expect(stopDecision([bets], 0.05)).to.equal('worse');
    expect(stopDecision([bets, NO_BETS], 0.05)).to.equal('go on');
  });
});
