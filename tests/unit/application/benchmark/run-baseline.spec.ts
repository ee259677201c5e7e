import { setTimeout as sleep } from 'node:timers/promises';
import { expect } from 'chai';

import { CompareRunsUseCase } from '#etalon/application/benchmark/compare-runs.use-case.js';
import { PinBaselineUseCase } from '#etalon/application/benchmark/pin-baseline.use-case.js';
import { RunBenchmarkUseCase } from '#etalon/application/benchmark/run-benchmark.use-case.js';
import type { Judgement } from '#etalon/application/ports/judge.port.js';
import type { DigestSample } from '#etalon/domain/dataset/digest-sample.js';
import { runRemarks } from '#etalon/presentation/report/run-remarks.js';
import { exportedDigests, withScores } from '../../../support/benchmark-data.js';
import { SETTINGS, benchmarkPorts } from '../../../support/benchmark-ports.js';
import { bytesAlive } from '../../../support/bytes-alive.js';
import { collect, expectCode } from '../../../support/expect-code.js';
import type { Question } from '../../../support/scripted-judge.js';
import { allScores, scriptedJudge } from '../../../support/scripted-judge.js';
import { inTemporaryFolder } from '../../../support/temporary-folder.js';

const SAMPLES = 400;
const COMMAND = { scenario: 'channel_digest_ru', judge: 'scripted' } as const;
const numberOf = ({ sample }: Question): number => Number(sample.sampleId.slice(-6));
const noise = (number: number, seed: number): number => ((number * 7919 + seed * 104_729) % 101) / 1000;
const good = (question: Question): Judgement => allScores(0.85 + noise(numberOf(question), 1));

async function withBaseline(work: (stage: Awaited<ReturnType<typeof stageIn>>) => Promise<void>): Promise<void> {
  await inTemporaryFolder(async (folder) => {
    const stage = await stageIn(folder);
    await work(stage);
    await stage.ports.stores.close();
  });
}

async function stageIn(folder: string) {
  let answer: (question: Question) => Judgement | Promise<Judgement> = good;
  const ports = benchmarkPorts(
    folder,
    scriptedJudge('scripted', (question) => answer(question)),
  );
  await exportedDigests(folder, SAMPLES);
  const benchmark = new RunBenchmarkUseCase(ports, SETTINGS);
  const baseline = await benchmark.execute(COMMAND);
  return {
    ...{ ports, baseline, folder },
    answers: (next: typeof answer) => (answer = next),
    execute: (changes: object) => benchmark.execute({ ...COMMAND, ...changes }),
  };
}

describe('a run with a baseline', () => {
  it('is compared at its end', () =>
    withBaseline(async ({ execute, baseline, answers }) => {
      const same = await execute({ baseline: baseline.id });
      expect(same.comparison).to.include({ verdict: 'equivalent', a: baseline.id, b: same.id, pairs: SAMPLES });
      expect(same.baseline).to.deep.equal({ runId: baseline.id, pinned: false, margin: 0.02, earlyStop: false });
      answers((question) => allScores(0.75 + noise(numberOf(question), 2)));
      expect((await execute({ baseline: baseline.id, margin: 0.01 })).comparison).to.include({ verdict: 'worse' });
    }));

  it('comes to its end when the baseline was deleted meanwhile, and says so', () =>
    withBaseline(async ({ execute, baseline, answers, ports }) => {
      answers(async (question) => {
        if (numberOf(question) === 3) await (await ports.stores.open()).runs.deleteRun(baseline.id);
        return good(question);
      });
      const run = await execute({ baseline: baseline.id });
      expect(run).to.include({ status: 'completed', verdict: 'PASS', comparison: null });
      expect(runRemarks(run).join(' ')).to.include(`The baseline ${baseline.id} was deleted`);
    }));

  it('may be pinned; options that go with one and runs that cannot be compared are refused', () =>
    withBaseline(async ({ execute, baseline, ports }) => {
      await expectCode('BASELINE_NOT_PINNED', execute({ baseline: 'pinned' }));
      await expectCode('RUN_NOT_FOUND', execute({ baseline: 'run-0' }));
      await expectCode('USAGE', execute({ earlyStop: true }));
      await expectCode('USAGE', execute({ margin: 0.1 }));
      await expectCode('RUNS_NOT_COMPARABLE', execute({ baseline: baseline.id, judge: 'lexical' }));
      await new PinBaselineUseCase(ports.stores, ports.clock).execute({ runId: baseline.id });
      expect((await execute({ baseline: 'pinned' })).baseline).to.include({ pinned: true, runId: baseline.id });
    }));

  it('is not compared with one of another prompt of the same version; a hash that is not known stands in no way', () =>
    inTemporaryFolder(async (folder) => {
      await exportedDigests(folder, 40);
      const runWith = async (promptHash: string | null, changes: object = {}) => {
        const ports = benchmarkPorts(folder, scriptedJudge('scripted', good, { promptHash }));
        return await new RunBenchmarkUseCase(ports, SETTINGS)
          .execute({ ...COMMAND, ...changes })
          .finally(() => ports.stores.close());
      };
      const { id } = await runWith('a'.repeat(64));
      const error = await expectCode('RUNS_NOT_COMPARABLE', runWith('b'.repeat(64), { baseline: id }));
      expect(error.message).to.include('prompt hash aaaa').and.include('bbbb');
      expect((await runWith(null, { baseline: id })).comparison).to.include({ verdict: 'equivalent' });
      expect((await runWith('a'.repeat(64), { baseline: id })).comparison).to.include({ verdict: 'equivalent' });
    }));
});

describe('a run that may stop early', () => {
  const early = (baseline: string) => ({ baseline, earlyStop: true, maxConcurrency: 6 });

  it('stops when it is certainly not worse, without a verdict of thresholds', () =>
    withBaseline(async ({ execute, baseline, ports }) => {
      const run = await execute(early(baseline.id));
      expect(run).to.include({ status: 'stopped_early', verdict: null, coverage: null });
      expect(run.verdictReason).to.include('thresholds');
      expect(run.comparison).to.include({ verdict: 'not_worse' });
      expect(run.samples.total)
        .to.be.lessThan(SAMPLES / 2)
        .and.at.least(run.comparison!.pairs);
      expect(run.cost.calls).to.equal(run.samples.total);
      const stored = await collect((await ports.stores.open()).runs.results(run.id));
      expect(stored).to.have.length(run.samples.total);
      const positions = stored.map(({ position }) => position);
      expect(Math.max(...positions), 'not the first ones of the file').to.be.greaterThan(SAMPLES / 2);
    }));

  it('holds the numbers of the baseline, not its texts', () =>
    withBaseline(async ({ execute, answers }) => {
      answers((question) => ({ ...good(question), notes: `${numberOf(question)} ${'x'.repeat(50_000)}` }));
      const { id } = await execute({});
      let held: number | undefined;
      const before = bytesAlive();
      answers((question) => {
        held ??= bytesAlive() - before;
        return good(question);
      });
      expect(await execute(early(id))).to.include({ status: 'stopped_early' });
      expect(held! / 1024 ** 2, 'of 19 MiB of notes').to.be.below(8);
    }));

  it('stops when it is certainly worse, and decides by the order that was drawn, not by who answers first', () =>
    withBaseline(async ({ execute, baseline, answers }) => {
      const worse = (question: Question) => allScores(0.6 + noise(numberOf(question), 3));
      answers(worse);
      const one = await execute({ ...early(baseline.id), maxConcurrency: 1 });
      expect(one.comparison).to.include({ verdict: 'worse' });
      answers(async (question) => {
        await sleep((numberOf(question) * 13) % 7);
        return worse(question);
      });
      const many = await execute(early(baseline.id));
      const { b, ...told } = many.comparison!;
      expect({ ...told, b: one.id }).to.deep.equal(one.comparison);
      expect(b).to.equal(many.id);
    }));

  it('goes to the end where nothing is decided, and then has verdict and comparison like any other', () =>
    withBaseline(async ({ execute, baseline, answers }) => {
      answers((question) =>
        numberOf(question) % 7 === 0 ? { status: 'error', fault: 'refused', reason: 'no' } : good(question),
      );
      const run = await execute(early(baseline.id));
      expect(run).to.include({ status: 'completed', verdict: 'INSUFFICIENT' });
      expect(run.samples.total).to.equal(SAMPLES);
      expect(run.comparison).to.include({ pairs: SAMPLES, verdict: 'undecided' });
    }));

  it('resumes to the same decision', () =>
    withBaseline(async ({ execute, baseline, answers }) => {
      const whole = await execute({ ...early(baseline.id), maxConcurrency: 1 });
      const controller = new AbortController();
      let calls = 0;
      answers((question) => {
        calls += 1;
        if (calls === 12) controller.abort();
        return good(question);
      });
      const stopped = execute({ ...early(baseline.id), maxConcurrency: 1, signal: controller.signal });
      const { details } = await expectCode('INTERRUPTED', stopped);
      answers(good);
      const run = await execute({ resume: details['run_id'], maxConcurrency: 1 });
      expect(run.status).to.equal('stopped_early');
      expect({ ...run.comparison, b: whole.id }).to.deep.equal(whole.comparison);
      expect(run.samples).to.deep.equal(whole.samples);
    }));

  const others = (count: number) => (sample: DigestSample, index: number) =>
    index < count ? { ...sample, id: `other-${String(index).padStart(6, '0')}` } : sample;

  it('goes to the end where fewer than 90 % of the samples are in both runs', () =>
    withBaseline(async ({ execute, baseline, folder }) => {
      await exportedDigests(folder, SAMPLES, others(100));
      const run = await execute(early(baseline.id));
      expect(run).to.include({ status: 'completed', verdict: 'PASS' });
      expect(run.comparison).to.deep.include({ verdict: 'undecided', pairs: 300, unpaired: { a: 100, b: 100 } });
      const limited = await execute({ ...early(baseline.id), limit: 300 });
      expect(limited).to.include({ status: 'completed' });
      expect(limited.samples.total).to.equal(300);
    }));

  it('is complete when nothing was left to judge by the time it was decided', () =>
    withBaseline(async ({ execute, baseline, answers }) => {
      const worse = (question: Question) => allScores(0.6 + noise(numberOf(question), 3));
      let first: number | undefined;
      answers((question) => {
        first ??= numberOf(question);
        return worse(question);
      });
      await execute({ ...early(baseline.id), maxConcurrency: 1 });
      let answered = 0;
      answers(async (question) => {
        answered += 1;
        // The one whose turn is first answers last.
        if (numberOf(question) === first) while (answered < SAMPLES) await sleep(1);
        return worse(question);
      });
      const run = await execute({ ...early(baseline.id), maxConcurrency: SAMPLES });
      expect(run).to.include({ status: 'completed', verdict: 'FAIL', coverage: 1, verdictReason: null });
      expect(run.comparison).to.include({ verdict: 'worse', pairs: SAMPLES });
      expect(run.comparison!.metrics[0]!.interval, 'the whole comparison').to.not.equal(null);
    }));

  it('does not know what a live run would cost when a dry one stops early', () =>
    withBaseline(async ({ execute, folder }) => {
      await exportedDigests(folder, SAMPLES, withScores(0.9));
      const dry = { judge: undefined, dryRun: true };
      const whole = await execute(dry);
      expect(whole.estimatedCost).to.include({ calls: 0 });
      const run = await execute({ ...dry, ...early(whole.id) });
      expect(run).to.include({ status: 'stopped_early', estimatedCost: null });
      expect(runRemarks(run).join(' ')).to.include('What a live run would cost is not known.');
    }));

  it('tells how many samples are in one run alone; cannot be held against another run', () =>
    withBaseline(async ({ execute, baseline, folder, ports }) => {
      await exportedDigests(folder, SAMPLES, others(15));
      const run = await execute(early(baseline.id));
      expect(run).to.include({ status: 'stopped_early' });
      expect(run.comparison!.unpaired).to.deep.equal({ a: 15, b: 15 });
      const refused = await expectCode('RUNS_NOT_COMPARABLE', execute({ baseline: run.id }));
      expect(refused.hint).to.include('--early-stop');
      const compare = new CompareRunsUseCase(ports.stores);
      await expectCode('RUNS_NOT_COMPARABLE', compare.execute({ a: baseline.id, b: run.id }));
      await expectCode('RUNS_NOT_COMPARABLE', compare.execute({ a: run.id, b: baseline.id }));
    }));

  it('is another run under another margin or baseline, and without one there is no margin to change', () =>
    withBaseline(async ({ execute, baseline, answers }) => {
      const interruptedRun = async (changes: object): Promise<string> => {
        const controller = new AbortController();
        answers((question) => {
          controller.abort();
          return good(question);
        });
        const { details } = await expectCode('INTERRUPTED', execute({ ...changes, signal: controller.signal }));
        answers(good);
        return details['run_id'] as string;
      };
      const alone = await interruptedRun({});
      await expectCode('USAGE', execute({ resume: alone, earlyStop: true }));
      await expectCode('USAGE', execute({ resume: alone, margin: 0.1 }));
      const compared = await interruptedRun({ baseline: baseline.id, margin: 0.03 });
      for (const change of [{ margin: 0.1 }, { earlyStop: true }, { baseline: alone }]) {
        const code = 'baseline' in change ? 'RUNS_NOT_COMPARABLE' : 'RUN_CHANGED';
        const refused = await expectCode(code, execute({ resume: compared, ...change }));
        if (code === 'RUN_CHANGED') expect(refused.details['changed']).to.deep.equal(['baseline']);
      }
      const run = await execute({ resume: compared, baseline: baseline.id });
      expect(run.baseline, 'what is left out is as before').to.include({ margin: 0.03, runId: baseline.id });
    }));

  it('keeps to its budget', () =>
    withBaseline(async ({ execute, baseline }) => {
      const run = await execute({ ...early(baseline.id), budgetCalls: 5 });
      expect(run).to.include({ status: 'budget_exhausted', verdict: 'INSUFFICIENT' });
      expect(run.cost.calls).to.equal(5);
      expect(run.samples).to.include({ total: SAMPLES, scored: 5 });
    }));
});
