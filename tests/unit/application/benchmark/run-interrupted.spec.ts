import { readFile, writeFile } from 'node:fs/promises';
import { expect } from 'chai';

import type { RunBenchmarkCommand } from '#etalon/application/benchmark/run-benchmark.command.js';
import { RunBenchmarkUseCase } from '#etalon/application/benchmark/run-benchmark.use-case.js';
import type { Judge, Judgement } from '#etalon/application/ports/judge.port.js';
import type { BenchmarkRun } from '#etalon/domain/benchmark/benchmark-run.js';
import { NO_USAGE } from '#etalon/domain/benchmark/judge-usage.js';
import type { SampleResult } from '#etalon/domain/benchmark/sample-result.js';
import { runDocument } from '#etalon/presentation/report/run-document.js';
import { runRemarks } from '#etalon/presentation/report/run-remarks.js';
import { exportedDigests } from '../../../support/benchmark-data.js';
import { SETTINGS, benchmarkPorts } from '../../../support/benchmark-ports.js';
import { collect, expectCode } from '../../../support/expect-code.js';
import { schemaFaults } from '../../../support/schema-faults.js';
import type { Question } from '../../../support/scripted-judge.js';
import { allScores, scriptedJudge } from '../../../support/scripted-judge.js';
import { inTemporaryFolder } from '../../../support/temporary-folder.js';

const SAMPLES = 40;
const COMMAND = { scenario: 'channel_digest_ru', judge: 'scripted', maxConcurrency: 6 } as const;
const ONE_UNANSWERED = { ...NO_USAGE, calls: 1, unanswered: 1 };

type Answer = (question: Question) => Judgement | Promise<Judgement>;

interface Stage {
  readonly path: string;
  answers(answer: Answer): void;
  /** Every call that was ever sent. */
  sent(): number;
  execute(command: RunBenchmarkCommand): Promise<BenchmarkRun>;
  run(id: string): Promise<BenchmarkRun>;
  last(): Promise<BenchmarkRun>;
  results(id: string): Promise<readonly SampleResult[]>;
}

function onStage(work: (stage: Stage) => Promise<void>, changes: Partial<Judge> = {}): Promise<void> {
  return inTemporaryFolder(async (folder) => {
    let [sent, answer]: [number, Answer] = [0, () => allScores(0.9)];
    const judge = scriptedJudge('scripted', (question) => ((sent += 1), answer(question)), changes);
    const ports = benchmarkPorts(folder, judge);
    const path = await exportedDigests(folder, SAMPLES);
    const runs = async () => (await ports.stores.open()).runs;
    await work({
      path,
      answers: (next) => (answer = next),
      sent: () => sent,
      execute: (command) => new RunBenchmarkUseCase(ports, SETTINGS).execute(command),
      run: async (id) => (await (await runs()).findRun(id))!,
      last: async () => (await (await runs()).listRuns(1))[0]!,
      results: async (id) => collect((await runs()).results(id)),
    });
    await ports.stores.close();
  });
}

const aborted = (signal: AbortSignal | undefined) =>
  new Promise<void>((resolve) =>
    signal?.addEventListener(
      'abort',
      () => {
        resolve();
      },
      { once: true },
    ),
  );

/** How a judge may take it that its signal is aborted. */
const WAYS: Readonly<Record<string, Answer>> = {
  'says what it sent': async ({ signal }) => {
    await aborted(signal);
    return { status: 'given_up', reason: 'stopped', usage: ONE_UNANSWERED };
  },
  'throws what the signal says': async ({ signal }) => {
    await aborted(signal);
    throw signal!.reason;
  },
  'never answers': () => new Promise(() => undefined),
};

/** Interrupts a run once `answered` calls were answered and the rest of them hang; gives its id. */
async function interrupted(stage: Stage, hanging: Answer, changes: RunBenchmarkCommand = {}): Promise<string> {
  const controller = new AbortController();
  let asked = 0;
  stage.answers((question) => {
    asked += 1;
    if (asked <= 10) return allScores(0.9);
    if (asked === 16)
      setTimeout(() => {
        controller.abort();
      }, 5);
    return hanging(question);
  });
  const run = stage.execute({ ...COMMAND, ...changes, signal: controller.signal });
  const { details } = await expectCode('INTERRUPTED', run);
  stage.answers(() => allScores(0.9));
  return details['run_id'] as string;
}

describe('the cost of a run that is interrupted', function () {
  this.timeout(20_000);

  for (const [way, hanging] of Object.entries(WAYS))
    it(`holds the calls that were under way, and a resume adds to it: a judge that ${way}`, () =>
      onStage(async (stage) => {
        const id = await interrupted(stage, hanging);
        const run = await stage.run(id);
        expect(stage.sent()).to.equal(16);
        expect(run).to.deep.include({ status: 'interrupted' });
        expect(run.cost).to.deep.equal({ calls: 16, tokensIn: 100, tokensOut: 10, cacheHits: 0, unanswered: 6 });
        expect(run.samples).to.deep.equal({ total: 10, scored: 10, unscored: 0, errors: 0 });
        expect(runRemarks(run)).to.include(
          '6 calls got no answer: what they took in tokens is not known and not counted.',
        );
        expect(await schemaFaults('benchmark-run', runDocument(run))).to.deep.equal([]);
        const resumed = await stage.execute({ resume: id });
        expect(resumed).to.include({ status: 'completed' });
        expect([resumed.cost.calls, resumed.cost.unanswered]).to.deep.equal([stage.sent(), 6]);
        expect(stage.sent()).to.equal(SAMPLES + 6);
      }));

  it('is added up over several interruptions', () =>
    onStage(async (stage) => {
      const id = await interrupted(stage, WAYS['says what it sent']!);
      for (let part = 0; part < 2; part += 1) {
        const again = await interrupted(stage, WAYS['says what it sent']!, { resume: id });
        expect(again).to.equal(id);
        expect((await stage.run(id)).cost.calls).to.equal(stage.sent());
      }
      const run = await stage.execute({ resume: id });
      expect([run.cost.calls, run.cost.unanswered]).to.deep.equal([stage.sent(), 18]);
    }));

  it('holds the repeats of a sample that was not judged to the end', () =>
    onStage(async (stage) => {
      const id = await interrupted(stage, WAYS['says what it sent']!, { repeats: 3 });
      expect((await stage.run(id)).cost.calls).to.equal(stage.sent());
      const run = await stage.execute({ resume: id });
      expect(run.cost.calls)
        .to.equal(stage.sent())
        .and.greaterThan(3 * SAMPLES);
    }));

  it('counts in the budget of the part that comes after', () =>
    onStage(async (stage) => {
      const id = await interrupted(stage, WAYS['says what it sent']!, { budgetCalls: 30 });
      const run = await stage.execute({ resume: id });
      expect(run).to.include({ status: 'budget_exhausted' });
      expect([run.cost.calls, stage.sent()]).to.deep.equal([30, 30]);
      expect(run.samples).to.include({ scored: 24 });
    }));

  it('holds what was asked for when the data set was changed: results that are not stored were paid for', () =>
    onStage(async (stage) => {
      const text = await readFile(stage.path, 'utf8');
      let asked = 0;
      stage.answers(async (question) => {
        asked += 1;
        // No result comes after that of the eighth: nobody but the store can tell that the file was changed.
        if (asked > 8) return WAYS['says what it sent']!(question);
        if (asked === 8) await writeFile(stage.path, text.replaceAll('мост', 'мол'));
        return allScores(0.9);
      });
      const { details } = await expectCode('BENCHMARK_DATASET_CHANGED', stage.execute(COMMAND));
      const id = details['run_id'] as string;
      const run = await stage.run(id);
      expect(run).to.include({ status: 'failed' });
      expect(run.cost.calls)
        .to.equal(stage.sent())
        .and.greaterThan((await stage.results(id)).length);
      await writeFile(stage.path, text);
      stage.answers(() => allScores(0.9));
      expect((await stage.execute({ resume: id })).cost.calls).to.equal(stage.sent());
    }));

  it('holds what was under way when a judge broke', () =>
    onStage(async (stage) => {
      let asked = 0;
      stage.answers((question) => {
        asked += 1;
        if (asked === 9) throw new TypeError('a defect');
        return asked > 4 ? WAYS['says what it sent']!(question) : allScores(0.9);
      });
      await stage.execute(COMMAND).catch((error: unknown) => expect(error).to.be.instanceOf(TypeError));
      const run = await stage.last();
      expect(run).to.include({ status: 'failed' });
      // The call that broke has no cost that anybody could tell.
      expect(run.cost.calls).to.equal(stage.sent() - 1);
    }));
});

describe('the cost of a run that stops early', () => {
  it('holds the calls that were under way when the comparison was decided', () =>
    onStage(async (stage) => {
      const baseline = await stage.execute(COMMAND);
      const before = stage.sent();
      let asked = 0;
      stage.answers((question) => {
        asked += 1;
        return asked > 30 ? WAYS['says what it sent']!(question) : allScores(0.1);
      });
      const run = await stage.execute({ ...COMMAND, baseline: baseline.id, earlyStop: true, margin: 0.05 });
      expect(run).to.include({ status: 'stopped_early' });
      expect(run.cost.calls).to.equal(stage.sent() - before);
    }));
});

describe('a test of the judge that is interrupted', function () {
  this.timeout(20_000);

  for (const [way, selfTest] of Object.entries({
    'says what it sent': async (signal, allowance) => {
      for (let call = 0; call < 3; call += 1) allowance?.take();
      await aborted(signal);
      const usage = { calls: 3, tokensIn: 20, tokensOut: 2, cacheHits: 0, unanswered: 1 };
      return { ok: false, probes: [], usage };
    },
    'throws what the signal says': async (signal, allowance) => {
      for (let call = 0; call < 3; call += 1) allowance?.take();
      await aborted(signal);
      throw signal!.reason;
    },
    'never answers': (_signal, allowance) => {
      for (let call = 0; call < 3; call += 1) allowance?.take();
      return new Promise<never>(() => undefined);
    },
  } satisfies Record<string, NonNullable<Judge['selfTest']>>))
    it(`is in the cost of the run, which tests again when it goes on: a judge that ${way}`, () => {
      let tests = 0;
      const passed = { ok: true, probes: [], usage: { calls: 3, tokensIn: 30, tokensOut: 3, cacheHits: 0 } };
      const judge: Partial<Judge> = {
        selfTest: (signal, allowance) => ((tests += 1) === 1 ? selfTest(signal, allowance) : Promise.resolve(passed)),
      };
      return onStage(async (stage) => {
        const controller = new AbortController();
        setTimeout(() => {
          controller.abort();
        }, 300);
        const stopped = stage.execute({ ...COMMAND, signal: controller.signal });
        const { details } = await expectCode('INTERRUPTED', stopped);
        const run = await stage.run(details['run_id'] as string);
        expect(run).to.include({ status: 'interrupted' });
        expect(run.selfTest).to.include({ ok: false });
        expect([run.cost.calls, run.selfTest!.usage.calls]).to.deep.equal([3, 3]);
        expect(run.cost.unanswered).to.equal(way === 'says what it sent' ? 1 : 3);
        expect(stage.sent(), 'nothing was judged').to.equal(0);
        const resumed = await stage.execute({ resume: run.id });
        expect(resumed.cost.calls).to.equal(3 + 3 + SAMPLES);
      }, judge);
    });
});
