import { expect } from 'chai';

import { metricVerdict } from '#etalon/domain/benchmark/metric-verdict.js';
import { overallVerdict } from '#etalon/domain/benchmark/overall-verdict.js';

type Facts = Parameters<typeof metricVerdict>[0];
const HIGHER = { pass: 0.9, warn: 0.8 };
const LOWER = { pass: 200, warn: 240 };

function judge(
  direction: Facts['direction'],
  estimate: number,
  bounds: readonly [number | null, number | null] | null,
  doubt: string | null = null,
) {
  const interval = bounds && { lower: bounds[0], upper: bounds[1], level: 0.95, method: 'test' };
  const threshold = direction === 'higher' ? HIGHER : LOWER;
  const { verdict, strength } = metricVerdict({ direction, estimate, interval, threshold, doubt });
  return `${verdict} ${strength}`;
}

describe('metricVerdict', () => {
  const cases: readonly [string, string, string][] = [
    ['lower bound at the pass value', judge('higher', 0.95, [0.9, 1]), 'PASS strong'],
    ['lower bound below the pass value', judge('higher', 0.95, [0.89, 1]), 'PASS weak'],
    ['the estimate at the pass value', judge('higher', 0.9, [0.88, 0.92]), 'PASS weak'],
    ['no interval', judge('higher', 1, null), 'PASS weak'],
    ['both bounds between', judge('higher', 0.85, [0.8, 0.9]), 'WARN strong'],
    ['upper bound beyond pass', judge('higher', 0.85, [0.81, 0.91]), 'WARN weak'],
    ['lower bound below warn', judge('higher', 0.85, [0.79, 0.89]), 'WARN weak'],
    ['upper bound below warn', judge('higher', 0.7, [0.6, 0.79]), 'FAIL strong'],
    ['upper bound at warn', judge('higher', 0.7, [0.6, 0.8]), 'FAIL weak'],
    ['a doubt beats a good interval', judge('higher', 0.95, [0.94, 0.96], 'days are correlated'), 'PASS weak'],
    ['latency: upper bound at pass', judge('lower', 150, [100, 200]), 'PASS strong'],
    ['latency: upper bound beyond pass', judge('lower', 150, [100, 201]), 'PASS weak'],
    ['latency: no upper bound', judge('lower', 150, [100, null]), 'PASS weak'],
    ['latency: between', judge('lower', 220, [200, 240]), 'WARN strong'],
    ['latency: WARN without an upper bound', judge('lower', 220, [210, null]), 'WARN weak'],
    ['latency: lower bound beyond warn', judge('lower', 300, [241, null]), 'FAIL strong'],
    ['latency: lower bound at warn', judge('lower', 300, [240, null]), 'FAIL weak'],
  ];
  for (const [name, got, expected] of cases)
    it(`${name}: ${expected}`, () => {
      expect(got).to.equal(expected);
    });

  it('says why it is weak', () => {
    const facts = { direction: 'higher', threshold: HIGHER, doubt: null } as const;
    const interval = { lower: 0.75, upper: 0.95, level: 0.95, method: 'test' };
    expect(metricVerdict({ ...facts, estimate: 0.92, interval }).reason).to.match(/pass value/u);
    expect(metricVerdict({ ...facts, estimate: 0.85, interval }).reason).to.match(/WARN band/u);
    expect(metricVerdict({ ...facts, estimate: 0.7, interval }).reason).to.match(/warn value/u);
    expect(metricVerdict({ ...facts, estimate: 0.7, interval: null }).reason).to.match(/too few/u);
  });
});

describe('overallVerdict', () => {
  it('is the worst: FAIL, then INSUFFICIENT, then WARN, then PASS; nothing is not a pass', () => {
    expect(overallVerdict(['PASS', 'INSUFFICIENT', 'FAIL', 'WARN'])).to.equal('FAIL');
    expect(overallVerdict(['PASS', 'INSUFFICIENT', 'WARN'])).to.equal('INSUFFICIENT');
    expect(overallVerdict(['PASS', 'WARN'])).to.equal('WARN');
    expect(overallVerdict(['PASS'])).to.equal('PASS');
    expect(overallVerdict([])).to.equal('INSUFFICIENT');
  });
});
