import { expect } from 'chai';

import type { ScoredPair } from '#etalon/domain/benchmark/comparison/early-stopping.js';
import { EarlyStopping } from '#etalon/domain/benchmark/comparison/early-stopping.js';
import { stoppedComparison } from '#etalon/domain/benchmark/comparison/stopped-comparison.js';
import type { SampleResult } from '#etalon/domain/benchmark/sample-result.js';
import { scoresOf } from '#etalon/domain/benchmark/score-columns.js';
import { PureRandFactory } from '#etalon/infrastructure/system/pure-rand-factory.js';
import { failed, scored } from '../../../../support/benchmark-run.js';

const METRICS = [
  { name: 'coverage', direction: 'higher' },
  { name: 'latency_p95', direction: 'lower' },
] as const;
const RULE = { population: 1000, margin: 0.02, alpha: 0.05 };
const FACTS = { a: 'before', b: 'now', margin: 0.02, alpha: 0.05, baselinePinned: false, unpaired: { a: 3, b: 4 } };

function pair(before: SampleResult, now: SampleResult): ScoredPair {
  return { before: scoresOf(before), now: scoresOf(now), day: now.day };
}

/** Feeds pairs that differ by `shift` and noise until something is decided. */
function decide(shift: number, noise = 0.1) {
  const stopping = new EarlyStopping(METRICS, RULE);
  const random = new PureRandFactory().seeded(7, 'early-stopping');
  for (let index = 0; index < RULE.population; index += 1) {
    const difference = shift + noise * ((random.integer(2001) - 1000) / 1000);
    const decision = stopping.observe(pair(scored(1, 0.5), scored(1, 0.5 + difference)));
    if (decision !== 'go on') return { decision, stopping };
  }
  return { decision: 'go on' as const, stopping };
}

describe('EarlyStopping', () => {
  it('stops a run that is worse, and one that is not, before its end', () => {
    const worse = decide(-0.1);
    expect(worse.decision).to.equal('worse');
    expect(worse.stopping.pairs).to.be.below(300);
    const same = decide(0);
    expect(same.decision).to.equal('not worse');
    expect(same.stopping.pairs).to.be.within(50, 700);
  });

  it('looks at scores alone: a latency ends nothing', () => {
    expect(decide(0).stopping.observed.map(({ name }) => name)).to.deep.equal(['coverage']);
    const none = new EarlyStopping([METRICS[1]], RULE);
    expect(none.observe(pair(scored(1, 0.5), scored(1, 0.5, { latencySeconds: 900 })))).to.equal('go on');
  });

  it('never decides while more than a tenth of the pairs lack a score', () => {
    const stopping = new EarlyStopping(METRICS, RULE);
    for (let index = 0; index < 900; index += 1) {
      const now = index % 5 === 0 ? failed(1) : scored(1, 0.1);
      expect(stopping.observe(pair(scored(1, 0.9), now))).to.equal('go on');
    }
  });

  it('says what it decided, with p-values and no intervals', () => {
    const worse = decide(-0.1);
    const comparison = stoppedComparison(worse.stopping, 'worse', FACTS);
    expect(comparison).to.include({ verdict: 'worse', pairs: worse.stopping.pairs });
    expect(comparison.unpaired).to.deep.equal({ a: 3, b: 4 });
    expect(comparison.metrics[0]).to.include({ verdict: 'worse', interval: null });
    expect(comparison.metrics[0]?.pHolm).to.be.at.most(0.05);
    expect(comparison.metrics[0]?.difference).to.be.closeTo(-0.1, 0.05);
    const fine = stoppedComparison(decide(0).stopping, 'not worse', FACTS);
    expect(fine.metrics[0]).to.include({ verdict: 'not_worse' });
    expect(fine.reason).to.include('no score is worse by 0.02 or more; latencies were not compared');
    expect(fine.metrics[0]).to.include({ clusters: 1 });
    const empty = stoppedComparison(new EarlyStopping(METRICS, RULE), 'not worse', FACTS);
    expect(empty.metrics[0]).to.include({ difference: null, n: 0, verdict: 'undecided' });
  });

  it('says undecided of a metric that another one did not wait for', () => {
    const two = [METRICS[0], { name: 'accuracy', direction: 'higher' }] as const;
    const stopping = new EarlyStopping(two, RULE);
    const both = (value: number, accuracy: number) => {
      const result = scored(1, value);
      return result.status === 'scored' ? { ...result, scores: { ...result.scores, accuracy } } : result;
    };
    let decision = 'go on';
    for (let index = 0; decision === 'go on' && index < 900; index += 1)
      decision = stopping.observe(pair(both(0.8, 0.8), both(0.2 + (index % 3) / 100, 0.79 + (index % 5) / 200)));
    expect(decision).to.equal('worse');
    const { metrics } = stoppedComparison(stopping, 'worse', FACTS);
    expect(metrics.map(({ verdict }) => verdict)).to.deep.equal(['worse', 'undecided']);
  });
});
