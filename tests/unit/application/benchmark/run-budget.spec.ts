import { setTimeout as sleep } from 'node:timers/promises';
import { expect } from 'chai';

import { RunBenchmarkUseCase } from '#etalon/application/benchmark/run-benchmark.use-case.js';
import type { Judge } from '#etalon/application/ports/judge.port.js';
import { exportedDigests } from '../../../support/benchmark-data.js';
import { SETTINGS, benchmarkPorts } from '../../../support/benchmark-ports.js';
import { collect } from '../../../support/expect-code.js';
import { allScores, scriptedJudge } from '../../../support/scripted-judge.js';
import { inTemporaryFolder } from '../../../support/temporary-folder.js';

const SAMPLES = 40;

async function runOf(judge: Judge, changes: object) {
  let found: Awaited<ReturnType<typeof results>> | undefined;
  await inTemporaryFolder(async (folder) => {
    found = await results(folder, judge, changes);
  });
  return found!;
}

async function results(folder: string, judge: Judge, changes: object) {
  const ports = benchmarkPorts(folder, judge);
  await exportedDigests(folder, SAMPLES);
  const command = { scenario: 'channel_digest_ru', judge: judge.kind, ...changes };
  const run = await new RunBenchmarkUseCase(ports, SETTINGS).execute(command);
  const stored = await collect((await ports.stores.open()).runs.results(run.id));
  await ports.stores.close();
  return { run, stored };
}

describe('the budget of a run', () => {
  it('is never exceeded in calls, however many samples are judged at once; the rest is unscored', async () => {
    let calls = 0;
    const counting = scriptedJudge('counting', async () => {
      calls += 1;
      await sleep(calls % 3);
      return allScores(0.9);
    });
    const { run, stored } = await runOf(counting, { budgetCalls: 13, maxConcurrency: 8 });
    expect(calls).to.equal(13);
    expect(run).to.include({ status: 'budget_exhausted', verdict: 'INSUFFICIENT' });
    expect(run.samples).to.deep.equal({ total: SAMPLES, scored: 13, unscored: SAMPLES - 13, errors: 0 });
    expect(run.cost).to.include({ calls: 13, tokensIn: 130 });
    const last = stored.at(-1)!;
    expect(stored).to.have.length(SAMPLES);
    expect(last).to.deep.include({ status: 'unscored', reason: 'the budget of 13 calls was used up' });
  });

  it('bounds repetitions after a failure: a judge asks before each', async () => {
    let calls = 0;
    const retrying = scriptedJudge('retrying', ({ allowance }) => {
      let own = 1;
      while (own < 3 && allowance?.take() === true) own += 1;
      calls += own;
      const usage = { calls: own, tokensIn: 0, tokensOut: 0, cacheHits: 0 };
      return { status: 'error', fault: 'malformed', reason: 'prose', usage };
    });
    const { run } = await runOf(retrying, { budgetCalls: 20, maxConcurrency: 4 });
    expect(calls).to.equal(20);
    expect(run.cost.calls).to.equal(20);
    expect(run.status).to.equal('budget_exhausted');
  });

  it('gives back what a judge did not need, so that cached answers cost nothing', async () => {
    const cached = scriptedJudge('cached', () => ({
      ...allScores(0.9),
      usage: { calls: 0, tokensIn: 0, tokensOut: 0, cacheHits: 1 },
    }));
    const { run } = await runOf(cached, { budgetCalls: 2, maxConcurrency: 8 });
    expect(run).to.include({ status: 'completed' });
    expect(run.cost).to.deep.equal({ calls: 0, tokensIn: 0, tokensOut: 0, cacheHits: SAMPLES });
  });

  it('holds for tokens, by the estimate before and the truth afterwards', async () => {
    const estimate = () => ({ calls: 1, tokensIn: 10, tokensOut: 1, cacheHits: 0 });
    const judge = scriptedJudge('tokens', () => allScores(0.9), { estimate });
    const { run } = await runOf(judge, { budgetTokens: 100, maxConcurrency: 8 });
    expect(run.cost.tokensIn + run.cost.tokensOut).to.equal(99);
    expect(run.samples.scored).to.equal(9);
    const silent = scriptedJudge('silent', () => allScores(0.9));
    const { run: other } = await runOf(silent, { budgetTokens: 100, maxConcurrency: 1 });
    expect(other.samples.scored, 'without an estimate the first call beyond it is the last').to.equal(10);
  });

  it('counts every repeat', async () => {
    const { run } = await runOf(
      scriptedJudge('twice', () => allScores(0.9)),
      { budgetCalls: 11, repeats: 2 },
    );
    expect(run.cost.calls).to.equal(10);
    expect(run.samples.scored).to.equal(5);
  });

  it('is enough when it is: nothing is left unscored', async () => {
    const { run } = await runOf(
      scriptedJudge('enough', () => allScores(0.9)),
      { budgetCalls: SAMPLES },
    );
    expect(run).to.include({ status: 'completed' });
    expect(run.samples.scored).to.equal(SAMPLES);
  });
});

describe('repeats', () => {
  it('give means, the spread of each sample, and what judging again changes', async () => {
    const shaky = scriptedJudge('shaky', ({ attempt }) => allScores(attempt === 1 ? 0.8 : 1));
    const { run, stored } = await runOf(shaky, { repeats: 2 });
    const sd = Math.SQRT1_2 * 0.2;
    expect(run.repeats).to.equal(2);
    expect(run.metrics[0]!.estimate).to.be.closeTo(0.9, 1e-12);
    expect(run.withinSampleSd!['coverage']).to.be.closeTo(sd, 1e-12);
    const first = stored[0]!;
    expect(first.status === 'scored' && first.spread!['coverage']).to.be.closeTo(sd, 1e-12);
    expect(run.cost.calls).to.equal(2 * SAMPLES);
    const { run: once } = await runOf(shaky, {});
    expect(once.withinSampleSd).to.equal(undefined);
  });

  it('that fail once make the sample an error: no mean over those that happened to succeed', async () => {
    const failing = scriptedJudge('failing', ({ attempt }) =>
      attempt === 2 ? { status: 'error', fault: 'refused', reason: 'no' } : allScores(1),
    );
    const { run, stored } = await runOf(failing, { repeats: 3 });
    expect(run.samples.errors).to.equal(SAMPLES);
    expect(stored[0]).to.include({ status: 'error', reason: 'no' });
    expect(run.cost.calls, 'no third call').to.equal(2 * SAMPLES);
  });
});

describe('concurrency', () => {
  it('is bounded, and changes neither order nor figures', async () => {
    let [now, most] = [0, 0];
    const busy = scriptedJudge('busy', async ({ sample }) => {
      now += 1;
      most = Math.max(most, now);
      const number = Number(sample.sampleId.slice(-6));
      await sleep((number * 7) % 5);
      now -= 1;
      return allScores(0.5 + number / 100);
    });
    const one = await runOf(busy, { maxConcurrency: 1 });
    expect(most).to.equal(1);
    const many = await runOf(busy, { maxConcurrency: 7 });
    expect(most).to.equal(7);
    expect(many.run.metrics).to.deep.equal(one.run.metrics);
    expect(many.stored.map(({ sampleId }) => sampleId)).to.deep.equal(one.stored.map(({ sampleId }) => sampleId));
  });
});
