import { expect } from 'chai';

import { latencyMetric } from '#etalon/domain/benchmark/latency-metric.js';
import { ResultTable } from '#etalon/domain/benchmark/result-table.js';
import type { SampleResult } from '#etalon/domain/benchmark/sample-result.js';
import { SCENARIO, scored } from '../../../support/benchmark-run.js';

const metric = SCENARIO.metrics[1]!;
const judged = (results: readonly SampleResult[]) =>
  latencyMetric(metric, metric.threshold, ResultTable.of(results, ['coverage'], false));
const many = (days: number, latencySeconds: number) =>
  Array.from({ length: 100 }, (_, index) => ({
    ...scored((index % days) + 1, 0.9, { latencySeconds }),
    position: index,
  }));

describe('latencyMetric', () => {
  it('is weak over too few days, however many samples there are', () => {
    expect(judged(many(1, 1))).to.include({
      verdict: 'PASS',
      strength: 'weak',
      reason: 'a channel has fewer than 5 days',
    });
    expect(judged(many(10, 1))).to.include({ verdict: 'PASS', strength: 'strong', reason: null });
  });

  it('says of a FAIL nothing about an upper bound that it does not need', () => {
    const results = Array.from({ length: 40 }, (_, index) => ({
      ...scored((index % 20) + 1, 0.9, { latencySeconds: index < 30 ? 1 : 9 }),
      position: index,
    }));
    expect(judged(results)).to.include({ verdict: 'FAIL' });
    expect(judged(results).reason ?? '').not.to.include('upper bound');
    expect(judged(many(10, 1).slice(0, 30)).reason).to.equal('an upper bound of p95 needs 59 samples, there are 30');
  });
});
