import { expect } from 'chai';
import type { MetricName } from '#etalon/domain/observability/metric-catalogue.js';
import { METRIC_CATALOGUE } from '#etalon/domain/observability/metric-catalogue.js';
import { ObservabilityPolicy, OTHER } from '#etalon/domain/observability/observability-policy.js';
import { SERIES_BUDGET } from '#etalon/domain/observability/series-budget.js';

const seeded = (labels: Record<string, string>, value = 1, name = 'benchmark_digest_records_total') =>
  ({ name, type: 'counter', labels, value }) as const;
const GOOD = { channel: '@news', provenance: 'imported' };

describe('ObservabilityPolicy', () => {
  it('admits what the catalogue lists, labels in its order', () => {
    const admitted = new ObservabilityPolicy(true).admit(seeded({ provenance: 'imported', channel: '@news' }));
    expect(admitted).to.deep.equal({ name: 'benchmark_digest_records_total', labels: GOOD });
    expect(Object.keys(admitted!.labels)).to.deep.equal(['channel', 'provenance']);
  });

  for (const [what, observation] of Object.entries({
    'a metric that is not in the catalogue': seeded({}, 1, 'made_up_total'),
    'a name of every object': seeded({}, 1, 'constructor'),
    'a metric under another type': { ...seeded(GOOD), type: 'gauge' as const },
    'a counter that goes down': seeded(GOOD, -1),
    'a value that is no number': seeded(GOOD, Number.NaN),
    'an infinite value': seeded(GOOD, Infinity),
  })) {
    it(`refuses ${what}`, () => {
      expect(() => new ObservabilityPolicy(true).admit(observation)).to.throw(RangeError, /Outside the metric/);
      expect(new ObservabilityPolicy(false).admit(observation)).to.equal(undefined);
    });
  }

  for (const [what, labels, expected] of [
    ['a value that is not listed', { ...GOOD, provenance: 'guessed' }, { ...GOOD, provenance: OTHER }],
    ['a missing label', { provenance: 'imported' }, { channel: OTHER, provenance: 'imported' }],
    ['an empty value', { ...GOOD, channel: '' }, { ...GOOD, channel: OTHER }],
    ['a very long value', { ...GOOD, channel: 'x'.repeat(101) }, { ...GOOD, channel: OTHER }],
    ['an object id', { ...GOOD, channel: '65f1c0ffee65f1c0ffee65f1' }, { ...GOOD, channel: OTHER }],
    ['a UUID', { ...GOOD, channel: '3f2b8c1e-5a77-4d0e-9d3b-2f6f0a1b2c3d' }, { ...GOOD, channel: OTHER }],
    ['one of our own ids', { ...GOOD, channel: 'run-01m835gabxbnka1bbp2f9e' }, { ...GOOD, channel: OTHER }],
    ['a label that the metric does not have', { ...GOOD, user: 'me' }, GOOD],
  ] as const) {
    it(`puts ${what} into the bucket, or throws`, () => {
      expect(() => new ObservabilityPolicy(true).admit(seeded(labels))).to.throw(RangeError);
      expect(new ObservabilityPolicy(false).admit(seeded(labels))?.labels).to.deep.equal(expected);
    });
  }

  it('takes new values of a capped label up to the cap, in strict mode too', () => {
    const policy = new ObservabilityPolicy(true);
    const channels = Array.from({ length: 60 }, (_unused, index) => `@channel${index}`);
    const kept = channels.map((channel) => policy.admit(seeded({ ...GOOD, channel }))!.labels['channel']);
    expect(kept.slice(0, 50)).to.deep.equal(channels.slice(0, 50));
    expect(new Set(kept.slice(50))).to.deep.equal(new Set([OTHER]));
    expect(policy.admit(seeded({ ...GOOD, channel: '@channel3' }))!.labels['channel']).to.equal('@channel3');
    expect(policy.admit(seeded({ ...GOOD, channel: OTHER }))!.labels['channel']).to.equal(OTHER);
  });

  it('counts a series once', () => {
    const policy = new ObservabilityPolicy(true);
    const before = policy.seriesInUse;
    policy.admit(seeded(GOOD));
    policy.admit(seeded(GOOD));
    expect(policy.seriesInUse).to.equal(before + 1);
  });

  it('keeps all metrics within the budget under the worst flood of values', () => {
    const policy = new ObservabilityPolicy(false);
    const live = new Set<string>();
    for (let round = 0; round < 3000; round += 1) flood(policy, round, live);
    expect(policy.seriesInUse).to.be.at.most(SERIES_BUDGET);
    expect(live.size).to.be.greaterThan(500);
    const cost = [...live].reduce((sum, series) => sum + costOf(series.split('|')[0] as MetricName), 0);
    expect(cost).to.be.at.most(SERIES_BUDGET);
  });
});

function costOf(name: MetricName): number {
  const { type, buckets = [] } = METRIC_CATALOGUE[name];
  return type === 'histogram' ? buckets.length + 3 : 1;
}

function flood(policy: ObservabilityPolicy, round: number, live: Set<string>): void {
  for (const [name, { type, labels }] of Object.entries(METRIC_CATALOGUE)) {
    const values = Object.entries(labels).map(([label, rule], index) => {
      const turn = Math.floor(round / 3 ** index);
      return [label, 'oneOf' in rule ? rule.oneOf[turn % rule.oneOf.length]! : `value${turn % 70}`] as const;
    });
    const admitted = policy.admit({ name, type, labels: Object.fromEntries(values), value: 1 });
    if (admitted !== undefined) live.add(`${name}|${Object.values(admitted.labels).join('|')}`);
  }
}
