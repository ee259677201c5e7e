import { expect } from 'chai';
import { CompareRunsUseCase } from '#etalon/application/benchmark/compare-runs.use-case.js';
import { MeasureAgreementUseCase } from '#etalon/application/benchmark/measure-agreement.use-case.js';
import type { RunRepository } from '#etalon/application/ports/run.repository.port.js';
import type { SampleResult } from '#etalon/domain/benchmark/sample-result.js';
import { YamlScenarioRepository } from '#etalon/infrastructure/scenario/yaml-scenario.repository.js';
import { finishedRun, scored } from '../support/benchmark-run.js';
import { bytesAlive, mostAlive } from '../support/bytes-alive.js';
import { digest } from '../support/sample-factory.js';
import { providerOf } from '../support/provider-of.js';
import { describeStores } from './describe-stores.js';

const MEBIBYTE = 1024 * 1024;
/** A megabyte each: several times what a driver may hold of one answer (16 MiB raw, as many decoded, and the next one). */
const DOCUMENTS = 192;

/** Of each run, with a note of 5,000 characters each. */
const RESULTS = 6_000;

async function storedRun(runs: RunRepository, id: string): Promise<void> {
  await runs.saveRun(finishedRun([scored(1, 0.5)], { id }));
  for (let start = 0; start < RESULTS; start += 500) {
    const results = Array.from({ length: 500 }, (_, index) => noted(start + index));
    await runs.saveResults(id, results);
  }
}

function noted(position: number): SampleResult {
  const notes = `${position} ${'x'.repeat(5_000)}`;
  return { ...scored(1 + (position % 28), 0.5, { notes }), position, sampleId: `s-${(position * 7) % RESULTS}` };
}

describeStores('Memory', (given) => {
  it('holds a part of a stream, however much the store holds', async () => {
    const { digests } = given.store;
    for (let number = 0; number < DOCUMENTS; number += 8) {
      const batch = Array.from({ length: 8 }, (_, index) =>
        digest(number + index, { summaryMarkdown: `${number + index} ${'x'.repeat(MEBIBYTE)}` }),
      );
      await digests.upsertMany(batch);
    }
    const before = bytesAlive();
    let [seen, most] = [0, 0];
    for await (const { summaryMarkdown } of digests.stream({}, 'channel')) {
      seen += summaryMarkdown.length > MEBIBYTE ? 1 : 0;
      if (seen % 12 === 0) most = Math.max(most, bytesAlive() - before);
    }
    expect(seen).to.equal(DOCUMENTS);
    expect(most / MEBIBYTE).to.be.below(DOCUMENTS / 2);
  });

  it('holds the numbers of two runs that are compared, and of a run that is held against labels', async () => {
    const { store } = given;
    for (const id of ['a', 'b']) await storedRun(store.runs, id);
    const stores = providerOf(store);
    const compare = new CompareRunsUseCase(stores);
    const comparing = await mostAlive(async () => {
      expect(await compare.execute({ a: 'a', b: 'b' })).to.include({ pairs: RESULTS, verdict: 'equivalent' });
    });
    const labels = { read: () => Promise.resolve([{ sampleId: 's-7', rater: 'anna', scores: { coverage: 0.5 } }]) };
    const scenarios = new YamlScenarioRepository(['config/scenarios']);
    const measure = new MeasureAgreementUseCase(stores, labels, scenarios);
    const measuring = await mostAlive(async () => {
      const { agreement } = await measure.execute({ labels: 'labels.jsonl', runId: 'a' });
      expect(agreement.metrics[0]).to.include({ labelled: 1, unlabelled: RESULTS - 1 });
    });
    expect(comparing / MEBIBYTE, 'of 57 MiB of notes').to.be.below(25);
    expect(measuring / MEBIBYTE, 'of 29 MiB of notes').to.be.below(15);
  });
});
