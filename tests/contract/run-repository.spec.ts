import type { BenchmarkRun } from '#etalon/domain/benchmark/benchmark-run.js';
import type { SampleResult } from '#etalon/domain/benchmark/sample-result.js';
import { parseCalendarDay } from '#etalon/domain/time/calendar-day.js';
import { expect } from 'chai';
import { collect } from '../support/expect-code.js';
import { describeStores } from './describe-stores.js';

const STARTED = Date.UTC(2024, 11, 4);

function run(id: string, changes: Partial<BenchmarkRun> = {}): BenchmarkRun {
  return {
    id,
    scenario: 'channel_digest_ru',
    status: 'running',
    verdict: null,
    preregistration: { hash: 'ab', at: STARTED },
    dataset: {
      name: 'default',
      kind: 'digests',
      path: 'a.jsonl',
      sha256: 'cd',
      samples: 2,
      imported: 1,
      synthetic: 1,
      unmarked: 0,
    },
    judge: { kind: 'lexical', model: 'lexical', promptVersion: '1', promptHash: null },
    dryRun: false,
    repeats: 2,
    budget: { calls: 10, tokens: null },
    baseline: { runId: 'r', pinned: false, margin: 0.02, earlyStop: true },
    estimatedCost: null,
    comparison: null,
    verdictReason: null,
    includeSynthetic: false,
    timezone: 'Europe/Moscow',
    limit: null,
    samples: { total: 2, scored: 1, unscored: 1, errors: 0 },
    coverage: 0.5,
    metrics: [
      {
        name: 'coverage',
        direction: 'higher',
        estimate: 0.9,
        interval: null,
        n: 1,
        clusters: 1,
        designEffect: null,
        autocorrelation: null,
        pass: 0.88,
        warn: 0.8,
        verdict: 'PASS',
        strength: 'weak',
        reason: 'few days',
        byProvenance: { imported: { estimate: 0.9, n: 1 }, snake_case_key: { estimate: null, n: 0 } },
      },
    ],
    latency: { n: 2, quantiles: [{ quantile: 0.95, seconds: null, interval: null }] },
    cost: { calls: 1, tokensIn: 2, tokensOut: 3, cacheHits: 0 },
    environment: { cpuModel: 'x', node_version: '20', memoryBytes: 1, gpu: null },
    startedAt: STARTED,
    durationSeconds: null,
    pinnedAt: null,
    ...changes,
  };
}

function result(position: number): SampleResult {
  const base = {
    position,
    sampleId: `s-${position % 7}-${position}`,
    channel: '@aaaa',
    day: parseCalendarDay('2024-12-03')!,
    provenance: 'imported',
    latencySeconds: 1,
    usage: {
      calls: 1,
      tokensIn: 2,
      tokensOut: 3,
      cacheHits: 0,
      ...(position % 2 === 0 ? {} : ({ estimated: true } as const)),
    },
    judgeSeconds: 0.5,
  } as const;
  if (position % 5 === 0) return { ...base, status: 'unscored', turnedAway: true, reason: 'the budget was used up' };
  return position % 3 === 0
    ? { ...base, status: 'error', fault: 'timed_out', reason: 'timeout' }
    : { ...base, status: 'scored', scores: { camelCase: 0.5, snake_case: 1 }, notes: '' };
}

describeStores('Run repository', (given) => {
  it('keeps runs and lists the newest first', async () => {
    const { runs } = given.store;
    await runs.saveRun(run('a'));
    await runs.saveRun(run('b', { startedAt: STARTED + 5 }));
    await runs.saveRun(run('c', { startedAt: STARTED - 5 }));
    const completed = run('a', {
      scenarioPath: 'own/a_b.yaml',
      status: 'completed',
      verdict: 'PASS',
      durationSeconds: 1.5,
    });
    await runs.saveRun(completed);
    expect(await runs.findRun('a')).to.deep.equal(completed);
    expect(await runs.findRun('none')).to.equal(undefined);
    expect((await runs.listRuns(2)).map(({ id }) => id)).to.deep.equal(['b', 'a']);
    expect(await runs.listRuns(0)).to.deep.equal([]);
  });

  it('keeps results by run and sample, in the order of the data set', async () => {
    const { runs } = given.store;
    const results = Array.from({ length: 1_200 }, (_, position) => result(position));
    await runs.saveResults('a', results.slice(600));
    await runs.saveResults('a', results.slice(0, 700));
    await runs.saveResults('b', results.slice(0, 1));
    await runs.saveResults('b', []);
    expect(await collect(runs.results('a'))).to.deep.equal(results);
    expect(await collect(runs.results('b'))).to.deep.equal([result(0)]);
    expect(await collect(runs.results('none'))).to.deep.equal([]);
  });

  it('gives results by sample id as well, compared by their UTF-8 bytes', async () => {
    const { runs } = given.store;
    const names = ['я', '\uffff', '\ue000', '😀', 'Z', 'a', '"', '\\', '\u0001', 'é', 'e\u0301', ''];
    const results = Array.from({ length: 1_200 }, (_, position) => {
      const name = names[position % names.length] ?? '';
      return { ...result(position), sampleId: `${name}${(position * 7) % 1_200}` };
    });
    await runs.saveResults('a', results.slice(500));
    await runs.saveResults('a', results.slice(0, 500));
    await runs.saveResults('b', [result(0)]);
    const byId = [...results].sort((a, b) => Buffer.compare(Buffer.from(a.sampleId), Buffer.from(b.sampleId)));
    expect(await collect(runs.results('a', 'id'))).to.deep.equal(byId);
    expect(await collect(runs.results('a', 'position'))).to.deep.equal(results);
    expect(await collect(runs.results('none', 'id'))).to.deep.equal([]);
  });

  it('knows the run that was pinned last for a scenario', async () => {
    const { runs } = given.store;
    await runs.saveRun(run('a', { pinnedAt: STARTED }));
    await runs.saveRun(run('b', { pinnedAt: STARTED + 5 }));
    await runs.saveRun(run('c', { pinnedAt: STARTED + 9, scenario: 'another' }));
    await runs.saveRun(run('d'));
    expect((await runs.pinnedRun('channel_digest_ru'))?.id).to.equal('b');
    expect((await runs.pinnedRun('another'))?.id).to.equal('c');
    expect(await runs.pinnedRun('none')).to.equal(undefined);
  });

  it('removes a run with its results, and nothing else', async () => {
    const { runs } = given.store;
    for (const id of ['a', 'b']) {
      await runs.saveRun(run(id));
      await runs.saveResults(id, [result(0), result(1)]);
    }
    await runs.deleteRun('a');
    await runs.deleteRun('none');
    expect(await runs.findRun('a')).to.equal(undefined);
    expect(await collect(runs.results('a'))).to.deep.equal([]);
    expect((await runs.findRun('b'))?.id).to.equal('b');
    expect(await collect(runs.results('b'))).to.deep.equal([result(0), result(1)]);
  });
});
