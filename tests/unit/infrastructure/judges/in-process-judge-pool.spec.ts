import { setTimeout as sleep } from 'node:timers/promises';
import { expect } from 'chai';

import type { JudgedSample, JudgingOrder, PlacedSample } from '#etalon/application/ports/judge-pool.port.js';
import type { Judge } from '#etalon/application/ports/judge.port.js';
import { NO_USAGE } from '#etalon/domain/benchmark/judge-usage.js';
import { toExportRecord } from '#etalon/domain/export/to-export-record.js';
import { InProcessJudgePool } from '#etalon/infrastructure/judges/in-process-judge-pool.js';
import { InMemoryTracer } from '#etalon/infrastructure/tracing/in-memory-tracer.js';
import { SCENARIO } from '../../../support/benchmark-run.js';
import { digest } from '../../../support/samples.js';
import type { Question } from '../../../support/scripted-judge.js';
import { allScores, scriptedJudge } from '../../../support/scripted-judge.js';
import { TestClock } from '../../../support/test-clock.js';

const clock = new TestClock();
type Answer = Parameters<typeof scriptedJudge>[1];

function poolWith(answer: Answer, changes: Partial<JudgingOrder> = {}, count = 20) {
  const tracer = new InMemoryTracer(clock, { capacity: 1000, onDrop: () => undefined });
  let [taken, closed] = [0, false];
  const samples = async function* (): AsyncGenerator<PlacedSample> {
    try {
      for (let position = 0; position < count; position += 1) {
        taken += 1;
        await sleep(0);
        yield { position, record: { ...toExportRecord(digest(1)), sampleId: `sample-${position}` } };
      }
    } finally {
      closed = true;
    }
  };
  const order: JudgingOrder = {
    ...{ runId: 'run-1', scenario: SCENARIO, judge: scriptedJudge('scripted', answer), repeats: 1, concurrency: 4 },
    ...{ allowance: () => ({ take: () => true }), signal: undefined },
    ...changes,
  };
  const judged: JudgedSample[] = [];
  const run = async () => {
    for await (const one of new InProcessJudgePool({ clock, tracer }).judge(samples(), order)) judged.push(one);
  };
  return { run, judged, tracer, taken: () => taken, isClosed: () => closed };
}

const positionOf = ({ sample }: Question): number => Number(sample.sampleId.slice(7));

describe('InProcessJudgePool', () => {
  it('gives back each sample once, as it is judged', async () => {
    const slowFirst = poolWith(async (question) => {
      await sleep(positionOf(question) === 0 ? 40 : 1);
      return allScores(0.5);
    });
    await slowFirst.run();
    const positions = slowFirst.judged.map(({ sample }) => sample.position);
    expect([...positions].sort((a, b) => a - b)).to.deep.equal(Array.from({ length: 20 }, (_, index) => index));
    expect(positions[0], 'nobody waits for the slow one').to.not.equal(0);
  });

  it('takes no more samples than it has room for', async () => {
    let waiting = 0;
    const pool = poolWith(async () => {
      waiting += 1;
      await sleep(5);
      expect(pool.taken() - pool.judged.length).to.be.at.most(6);
      waiting -= 1;
      return allScores(0.5);
    });
    await pool.run();
    expect(waiting).to.equal(0);
  });

  it('gives back what was judged before a defect, then throws it and lets go of the source', async () => {
    const pool = poolWith(
      (question) => {
        if (positionOf(question) === 5) throw new TypeError('a defect');
        return allScores(0.5);
      },
      { concurrency: 1 },
    );
    expect(await pool.run().catch((error: unknown) => error)).to.be.instanceOf(TypeError);
    expect(pool.judged).to.have.length(5);
    expect(pool.isClosed()).to.equal(true);
  });

  const interruptedAt7 = async (answer: Answer, changes: Partial<Judge> = {}) => {
    const controller = new AbortController();
    const judge = scriptedJudge(
      'scripted',
      (question) => {
        if (positionOf(question) === 10) setTimeout(controller.abort.bind(controller), 10);
        return positionOf(question) < 7 ? allScores(0.5) : answer(question);
      },
      changes,
    );
    const pool = poolWith(answer, { judge, signal: controller.signal });
    const begun = performance.now();
    await pool.run();
    const given = pool.judged.filter(({ judgement }) => judgement.status === 'given_up');
    return { ...pool, scored: pool.judged.length - given.length, given, took: performance.now() - begun };
  };

  it('takes no more samples once it is interrupted, and gives back what is under way with what it cost', async () => {
    const sent = { calls: 2, tokensIn: 7, tokensOut: 0, cacheHits: 0, unanswered: 1 };
    const stopped = await interruptedAt7(
      ({ signal }) =>
        new Promise((resolve) => {
          signal!.addEventListener('abort', () => {
            resolve({ status: 'given_up', reason: 'stopped', usage: sent });
          });
        }),
    );
    expect([stopped.scored, stopped.given.length]).to.deep.equal([7, 4]);
    for (const { judgement } of stopped.given) expect(judgement.usage).to.deep.equal(sent);
    expect(stopped.isClosed()).to.equal(true);
    const before = poolWith(() => allScores(1), { signal: AbortSignal.abort() });
    await before.run();
    expect(before.judged).to.deep.equal([]);
  });

  it('waits a moment for an answer that is paid for, and not for ever', async () => {
    const late = await interruptedAt7(async () => {
      await sleep(100);
      return allScores(0.5);
    });
    expect([late.scored, late.given.length]).to.deep.equal([11, 0]);
    const never = await interruptedAt7(() => new Promise(() => undefined));
    expect([never.scored, never.given.length]).to.deep.equal([7, 4]);
    for (const { judgement } of never.given) expect(judgement.usage).to.include({ calls: 1, unanswered: 1 });
    expect(never.took).to.be.within(900, 3_000);
  });

  it('does not wait for a judge that costs nothing', async () => {
    const free = await interruptedAt7(() => new Promise(() => undefined), { cost: 'free' });
    expect([free.scored, free.given.length]).to.deep.equal([7, 0]);
    expect(free.took).to.be.lessThan(900);
  });

  it('gives back what is under way when one judge breaks, then throws', async () => {
    const pool = poolWith(async (question) => {
      if (positionOf(question) === 0) throw new TypeError('a defect');
      await new Promise((resolve) => {
        question.signal!.addEventListener('abort', resolve);
      });
      throw question.signal!.reason;
    });
    expect(await pool.run().catch((error: unknown) => error)).to.be.instanceOf(TypeError);
    expect(pool.judged.map(({ judgement }) => judgement.status)).to.deep.equal(
      Array(pool.judged.length).fill('given_up'),
    );
  });

  it('has a span for every sample and call that costs something, and for the first hundred of those that do not', async () => {
    const metered = poolWith(() => allScores(0.5), { repeats: 2 }, 3);
    await metered.run();
    const names = metered.tracer.finished().map(({ name }) => name);
    expect(names.filter((name) => name === 'benchmark.sample')).to.have.length(3);
    expect(names.filter((name) => name === 'judge.call')).to.have.length(6);
    const call = metered.tracer.finished().find(({ name }) => name === 'judge.call')!;
    expect(call.attributes).to.include({ 'gen_ai.operation.name': 'evaluate', 'gen_ai.request.model': 'scripted-1' });
    expect(call.attributes).to.include({ 'judge.calls': 1, 'judge.cache_hits': 0 });
    expect(call.attributes).to.include({ 'gen_ai.usage.input_tokens': 10, 'gen_ai.usage.output_tokens': 1 });
    const silent = poolWith(
      () => ({ status: 'error', fault: 'timed_out', reason: 'slow', usage: { ...NO_USAGE, calls: 1, unanswered: 1 } }),
      ...([{}, 1] as const),
    );
    await silent.run();
    const unknown = silent.tracer.finished().find(({ name }) => name === 'judge.call')!;
    expect(Object.keys(unknown.attributes).filter((name) => name.startsWith('gen_ai.usage'))).to.deep.equal([]);
    const free = scriptedJudge('free', () => allScores(0.5), { cost: 'free' });
    const cheap = poolWith(() => allScores(0.5), { judge: free, concurrency: 1 }, 150);
    await cheap.run();
    expect(cheap.tracer.finished().filter(({ name }) => name === 'benchmark.sample')).to.have.length(100);
  });
});
