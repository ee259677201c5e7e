import { expect } from 'chai';

import { CompareRunsUseCase } from '#etalon/application/benchmark/compare-runs.use-case.js';
import type { SampleResult } from '#etalon/domain/benchmark/sample-result.js';
import { failed, finishedRun, scored } from '../support/benchmark-run.js';
import { providerOf } from '../support/provider-of.js';
import { describeStores } from './describe-stores.js';

const NAMES = ['я', '\uffff', '😀', 'Z', 'a', '"', '\\', '\u0001'];
const COUNT = 600;
const wobble = (number: number) => Math.sin(number * 12.9898);

function result(number: number, position: number, score: number): SampleResult {
  const day = 1 + (number % 28);
  const base = number % 50 === 0 ? failed(day) : scored(day, score, { latencySeconds: 2 + wobble(number) });
  return { ...base, position, sampleId: `${NAMES[number % NAMES.length] ?? ''}${number}` };
}

const before = Array.from({ length: COUNT }, (_, number) => result(number, number, 0.8 + 0.1 * wobble(number)));
/** The last samples first, each a little worse; every twentieth is another one. */
const now = before.map((_, number) => {
  const same = result(number, COUNT - number, 0.7 + 0.1 * wobble(number) + 0.01 * wobble(number + 99));
  return number % 20 === 0 ? { ...same, sampleId: `other-${number}` } : same;
});

describeStores('Comparison of stored runs', (given) => {
  it('pairs samples by id wherever they stand, and counts those of one run alone', async () => {
    const { store } = given;
    const sides = { before, now };
    for (const [id, results] of Object.entries(sides)) {
      await store.runs.saveRun(finishedRun(results, { id }));
      await store.runs.saveResults(id, results);
    }
    const stores = providerOf(store);
    const compare = new CompareRunsUseCase(stores);
    const comparison = await compare.execute({ a: 'before', b: 'now' });
    expect(comparison).to.deep.include({ pairs: 570, unpaired: { a: 30, b: 30 }, verdict: 'worse' });
    const [coverage, latency] = comparison.metrics;
    expect(coverage).to.include({ name: 'coverage', n: 564, clusters: 28, verdict: 'worse' });
    expect(coverage!.difference).to.be.closeTo(-0.1, 0.002);
    expect(latency).to.include({ name: 'latency_geometric_mean', n: 570, verdict: 'equivalent' });
    const same = await compare.execute({ a: 'now', b: 'now' });
    expect(same).to.include({ pairs: COUNT, reason: 'All results are identical.' });
  });
});
