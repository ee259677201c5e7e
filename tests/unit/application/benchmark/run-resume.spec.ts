import { readFile, rm, writeFile } from 'node:fs/promises';
import { expect } from 'chai';

import type { RunBenchmarkCommand } from '#etalon/application/benchmark/run-benchmark.command.js';
import type { RunBenchmarkPorts } from '#etalon/application/benchmark/run-benchmark.ports.js';
import { RunBenchmarkUseCase } from '#etalon/application/benchmark/run-benchmark.use-case.js';
import type { Judgement } from '#etalon/application/ports/judge.port.js';
import type { BenchmarkRun } from '#etalon/domain/benchmark/benchmark-run.js';
import type { SampleResult } from '#etalon/domain/benchmark/sample-result.js';
import { reproduceCommand } from '#etalon/presentation/report/reproduce-command.js';
import { runDocument } from '#etalon/presentation/report/run-document.js';
import { NO_USAGE, usageBeyond } from '#etalon/domain/benchmark/judge-usage.js';
import type { ExportRecord } from '#etalon/domain/export/export-record.js';
import { runRemarks } from '#etalon/presentation/report/run-remarks.js';
import { exportedDigests } from '../../../support/benchmark-data.js';
import { SETTINGS, benchmarkPorts } from '../../../support/benchmark-ports.js';
import { collect, expectCode } from '../../../support/expect-code.js';
import type { Question } from '../../../support/scripted-judge.js';
import { allScores, scriptedJudge } from '../../../support/scripted-judge.js';
import { inTemporaryFolder } from '../../../support/temporary-folder.js';

const SAMPLES = 60;
const COMMAND = { scenario: 'channel_digest_ru', judge: 'scripted' } as const;
const numberOf = ({ sample }: Question): number => Number(sample.sampleId.slice(-6));
const plain = (question: Question): Judgement => allScores(0.8 + (numberOf(question) % 17) / 100);

/** A run without what differs between any two. */
function told(run: BenchmarkRun): object {
  const { id, startedAt, durationSeconds, preregistration, ...rest } = run;
  return { ...rest, hash: preregistration.hash, known: [typeof id, typeof startedAt, typeof durationSeconds] };
}

/** Results without durations. */
function measured(results: readonly SampleResult[]): object {
  return results.map(({ judgeSeconds, ...rest }) => ({ ...rest, took: typeof judgeSeconds }));
}

interface Stage {
  readonly folder: string;
  readonly path: string;
  /** What the judge does from now on. */
  answers(answer: (question: Question) => Judgement | Promise<Judgement>): void;
  readonly ports: RunBenchmarkPorts;
  execute(command: RunBenchmarkCommand): Promise<BenchmarkRun>;
  /** As it is stored. */
  run(id: string): Promise<BenchmarkRun>;
  results(run: string): Promise<readonly SampleResult[]>;
}

function onStage(work: (stage: Stage) => Promise<void>, judgeChanges: object = {}): Promise<void> {
  return inTemporaryFolder(async (folder) => {
    let answer: (question: Question) => Judgement | Promise<Judgement> = plain;
    const ports = benchmarkPorts(
      folder,
      scriptedJudge('scripted', (question) => answer(question), judgeChanges),
    );
    const path = await exportedDigests(folder, SAMPLES);
    const runs = async () => (await ports.stores.open()).runs;
    await work({
      ...{ folder, path, ports },
      answers: (next) => (answer = next),
      execute: (command) => new RunBenchmarkUseCase(ports, SETTINGS).execute(command),
      run: async (id) => (await (await runs()).findRun(id))!,
      results: async (run) => collect((await runs()).results(run)),
    });
    await ports.stores.close();
  });
}

/** Begins a run and interrupts it after so many calls; gives its id. */
async function interruptedRun(stage: Stage, after: number, changes: object = {}): Promise<string> {
  const controller = new AbortController();
  let calls = 0;
  stage.answers((question) => {
    calls += 1;
    if (calls === after) controller.abort();
    return plain(question);
  });
  const error = await expectCode('INTERRUPTED', stage.execute({ ...COMMAND, ...changes, signal: controller.signal }));
  stage.answers(plain);
  return error.details['run_id'] as string;
}

describe('a run that is resumed', () => {
  for (const changes of [{}, { maxConcurrency: 5 }, { limit: 31 }, { repeats: 2 }, { budgetCalls: 40 }]) {
    it(`judges what is left and ends as an undisturbed one does ${JSON.stringify(changes)}`, () =>
      onStage(async (stage) => {
        const whole = await stage.execute({ ...COMMAND, ...changes });
        const id = await interruptedRun(stage, 20, changes);
        const known = await stage.results(id);
        expect(known.length).to.be.greaterThan(5).and.lessThan(30);
        let calls = 0;
        stage.answers((question) => {
          calls += 1;
          return plain(question);
        });
        const resumed = await stage.execute({ resume: id });
        expect(resumed.id).to.equal(id);
        // Samples that were half judged are judged again; what that cost the first time is not forgotten.
        const { costWithoutResults = NO_USAGE, ...run } = resumed;
        expect(told({ ...run, cost: usageBeyond(run.cost, costWithoutResults) })).to.deep.equal(told(whole));
        expect(costWithoutResults.calls).to.be.at.most('repeats' in changes ? 8 : 0);
        expect(measured(await stage.results(id))).to.deep.equal(measured(await stage.results(whole.id)));
        expect(calls).to.equal(whole.cost.calls - known.reduce((sum, { usage }) => sum + usage.calls, 0));
      }));
  }

  it('asks again where the judge failed, adds up what that cost, and leaves unscored samples alone', () =>
    onStage(async (stage) => {
      const controller = new AbortController();
      stage.answers((question) => {
        const number = numberOf(question);
        if (number === 25) controller.abort();
        const usage = { calls: 2, tokensIn: 5, tokensOut: 0, cacheHits: 0 };
        if (number === 3) return { status: 'error', fault: 'timed_out', reason: 'too slow', usage };
        return number === 4 ? { status: 'unscored', reason: 'nothing to score', usage } : plain(question);
      });
      const error = await expectCode(
        'INTERRUPTED',
        stage.execute({ ...COMMAND, maxConcurrency: 1, signal: controller.signal }),
      );
      const asked: number[] = [];
      stage.answers((question) => {
        asked.push(numberOf(question));
        return plain(question);
      });
      const run = await stage.execute({ resume: error.details['run_id'] as string });
      expect(asked).to.include(3).and.not.include(4);
      expect(run.samples).to.deep.equal({ total: SAMPLES, scored: SAMPLES - 1, unscored: 1, errors: 0 });
      const [retried] = (await stage.results(run.id)).filter(({ sampleId }) => sampleId.endsWith('000003'));
      expect(retried!.usage).to.include({ calls: 3, tokensIn: 15 });
      expect(run.cost.calls).to.equal(SAMPLES - 2 + 3 + 2);
    }));

  it('says what is known of it while it has no end', () =>
    onStage(async (stage) => {
      const id = await interruptedRun(stage, 20, { limit: 31, maxConcurrency: 1 });
      const run = await stage.run(id);
      const known = await stage.results(id);
      expect(run).to.include({ status: 'interrupted', verdict: null });
      expect(run.samples).to.deep.equal({ total: known.length, scored: known.length, unscored: 0, errors: 0 });
      expect(run.cost).to.include({ calls: known.length, tokensIn: 10 * known.length });
      expect(runRemarks(run)).to.deep.equal([
        `The run has no end: ${known.length} samples have a result so far. \`etalon benchmark run --resume ${id}\` goes on.`,
        'No manifest lists the data set file: nothing vouches for what it holds.',
        `A random sample of 31 of ${SAMPLES} was drawn (--limit).`,
      ]);
      const [remark] = runRemarks({ ...run, status: 'running' });
      expect(remark)
        .to.include('is under way or was killed')
        .and.not.match(/\d samples/);
    }));

  it('judges no more once the budget turned a sample away, though a smaller one would still fit', () => {
    const estimate = ({ sampleId }: ExportRecord) => ({ ...NO_USAGE, tokensIn: sampleId.endsWith('10') ? 150 : 11 });
    return onStage(
      async (stage) => {
        const whole = await stage.execute({ ...COMMAND, budgetTokens: 200, maxConcurrency: 1 });
        expect(whole).to.include({ status: 'budget_exhausted' });
        expect(whole.samples).to.include({ scored: 10, unscored: SAMPLES - 10 });
        const all = await stage.results(whole.id);
        const { runs } = await stage.ports.stores.open();
        // As a kill leaves it while the rest is turned away.
        await runs.deleteRun(whole.id);
        await runs.saveRun({ ...whole, status: 'running', durationSeconds: null });
        await runs.saveResults(whole.id, all.slice(0, 20));
        const resumed = await stage.execute({ resume: whole.id, maxConcurrency: 1 });
        expect(told(resumed)).to.deep.equal(told(whole));
        expect(measured(await stage.results(whole.id))).to.deep.equal(measured(all));
      },
      { estimate },
    );
  });

  it('is refused when it came to its end', () =>
    onStage(async (stage) => {
      const { id } = await stage.execute(COMMAND);
      await expectCode('RUN_FINISHED', stage.execute({ resume: id }));
      await expectCode('RUN_NOT_FOUND', stage.execute({ resume: 'run-0' }));
      const { id: exhausted } = await stage.execute({ ...COMMAND, budgetCalls: 3 });
      await expectCode('RUN_FINISHED', stage.execute({ resume: exhausted }));
    }));

  it('is refused under another data set, and goes on when the file is put back', () =>
    onStage(async (stage) => {
      const id = await interruptedRun(stage, 10);
      const text = await readFile(stage.path, 'utf8');
      await writeFile(stage.path, text.replace('мост номер 5', 'мост номер 6'));
      const refused = await expectCode('RUN_CHANGED', stage.execute({ resume: id }));
      expect(refused.message).to.include('dataset');
      expect(refused.details['changed']).to.deep.equal(['dataset']);
      await writeFile(stage.path, text);
      expect(await stage.execute({ resume: id })).to.include({ status: 'completed' });
    }));

  it('is refused under another judge, prompt or option, and says which', async () => {
    await onStage(async (stage) => {
      const id = await interruptedRun(stage, 10);
      for (const [changed, change] of [
        ['repeats', { repeats: 3 }],
        ['limit', { limit: 7 }],
        ['timezone', { timezone: 'Asia/Tokyo' }],
        ['includeSynthetic', { includeSynthetic: true }],
        ['budget', { budgetCalls: 5 }],
        ['judge', { judge: 'lexical' }],
        ['scenario', { scenario: 'review_summary_ru' }],
      ] as const) {
        const error = await stage.execute({ resume: id, ...change }).catch((thrown: unknown) => thrown);
        expect(error, changed).to.have.property('code').that.is.oneOf(['RUN_CHANGED', 'BENCHMARK_DATASET_INVALID']);
        if (changed !== 'scenario') expect(error).to.have.nested.property('details.changed').that.includes(changed);
      }
      const other = scriptedJudge('scripted', plain, { promptHash: 'a'.repeat(64) });
      const ports = { ...stage.ports, judges: { kinds: ['lexical', 'scripted'], named: () => Promise.resolve(other) } };
      const refused = await expectCode('RUN_CHANGED', new RunBenchmarkUseCase(ports, SETTINGS).execute({ resume: id }));
      expect(refused.details['changed']).to.deep.equal(['prompt']);
    });
  });

  it('finds a scenario again that was named by its path, and its own, not the one that ships under the name', () =>
    onStage(async (stage) => {
      const own = `${stage.folder}/own.yaml`;
      const text = await readFile('config/scenarios/channel_digest_ru.yaml', 'utf8');
      await writeFile(own, text.replace('warn: 0.80', 'warn: 0.79'));
      const id = await interruptedRun(stage, 10, { scenario: own });
      const run = await stage.execute({ resume: id });
      expect(run).to.include({ status: 'completed', scenario: 'channel_digest_ru', scenarioPath: own });
      expect(reproduceCommand(run)).to.include(` --scenario ${own} `);
      expect(runDocument(run)).to.include({ scenario_path: own });
      expect(await stage.execute(COMMAND)).to.not.have.property('scenarioPath');
    }));

  it('is refused under another text of the scenario', () =>
    onStage(async (stage) => {
      const own = `${stage.folder}/own.yaml`;
      const text = await readFile('config/scenarios/channel_digest_ru.yaml', 'utf8');
      await writeFile(own, text);
      const id = await interruptedRun(stage, 10, { scenario: own });
      await writeFile(own, text.replace('warn: 0.80', 'warn: 0.79'));
      const refused = await expectCode('RUN_CHANGED', stage.execute({ resume: id, scenario: own }));
      expect(refused.details['changed']).to.deep.equal(['scenario']);
    }));

  it('is refused while somebody else works on it, and two runs may go on side by side', () =>
    onStage(async (stage) => {
      const id = await interruptedRun(stage, 10);
      let release: () => void = () => undefined;
      const reached = new Promise<void>((resolve) => {
        stage.answers(async (question) => {
          resolve();
          await new Promise<void>((go) => (release = go));
          return plain(question);
        });
      });
      const first = stage.execute({ resume: id, maxConcurrency: 1 });
      await reached;
      const busy = await expectCode('RUN_BUSY', stage.execute({ resume: id }));
      expect(busy.details).to.include({ run_id: id, pid: process.pid });
      const letGo = release;
      stage.answers(plain);
      const other = await stage.execute(COMMAND);
      expect(other.status).to.equal('completed');
      letGo();
      expect(await first).to.include({ status: 'completed', id });
    }));

  it('goes on after a defect of the judge', () =>
    onStage(async (stage) => {
      stage.answers((question) => {
        if (numberOf(question) === 30) throw new TypeError('a defect');
        return plain(question);
      });
      const error = await stage.execute(COMMAND).catch((thrown: unknown) => thrown);
      expect(error).to.be.instanceOf(TypeError);
      const [failed] = await (await stage.ports.stores.open()).runs.listRuns(1);
      expect(failed).to.include({ status: 'failed' });
      stage.answers(plain);
      expect(await stage.execute({ resume: failed!.id })).to.include({ status: 'completed' });
    }));
});

describe('a data set that is changed while a run reads it', () => {
  const changedInTheMiddle = (stage: Stage, change: () => Promise<void>) => {
    stage.answers(async (question) => {
      if (numberOf(question) === 20) await change();
      return plain(question);
    });
    return expectCode('BENCHMARK_DATASET_CHANGED', stage.execute({ ...COMMAND, maxConcurrency: 1 }));
  };

  it('ends the run; nothing that was judged from then on is stored; put back, the run goes on', () =>
    onStage(async (stage) => {
      const text = await readFile(stage.path, 'utf8');
      const error = await changedInTheMiddle(stage, () => writeFile(stage.path, text.replaceAll('мост', 'мол')));
      const id = error.details['run_id'] as string;
      expect((await stage.results(id)).length).to.be.lessThan(21);
      await expectCode('RUN_CHANGED', stage.execute({ resume: id }));
      await writeFile(stage.path, text);
      stage.answers(plain);
      expect((await stage.execute({ resume: id })).samples.scored).to.equal(SAMPLES);
    }));

  it('is noticed when the file goes away or gets shorter', () =>
    onStage(async (stage) => {
      const text = await readFile(stage.path, 'utf8');
      await changedInTheMiddle(stage, () => rm(stage.path));
      await writeFile(stage.path, text);
      await changedInTheMiddle(stage, () => writeFile(stage.path, text.slice(0, 5_000)));
    }));

  it('does not mind a file that is written again with the same bytes', () =>
    onStage(async (stage) => {
      const text = await readFile(stage.path, 'utf8');
      stage.answers(async (question) => {
        if (numberOf(question) === 20) await writeFile(stage.path, text);
        return plain(question);
      });
      expect(await stage.execute(COMMAND)).to.include({ status: 'completed' });
    }));
});

describe('the test of a judge', () => {
  const usage = { calls: 4, tokensIn: 40, tokensOut: 4, cacheHits: 0 };
  const probe = (ok: boolean) => ({ ok, probes: [{ name: 'known bad', ok, message: 'scored 0.9' }], usage });

  it('comes after the registration and before the first sample, counts as cost, and is not repeated by a resume', () => {
    let tests = 0;
    return onStage(
      async (stage) => {
        const id = await interruptedRun(stage, 10);
        const run = await stage.execute({ resume: id });
        expect(tests).to.equal(1);
        expect(run.cost.calls).to.equal(SAMPLES + 4);
        expect(run.selfTest).to.deep.equal(probe(true));
      },
      {
        selfTest: () => {
          tests += 1;
          return Promise.resolve(probe(true));
        },
      },
    );
  });

  it('stops the run when it fails, before anything is judged', () =>
    onStage(
      async (stage) => {
        const error = await expectCode('JUDGE_SELF_TEST_FAILED', stage.execute(COMMAND));
        expect(error.message).to.include('known bad: scored 0.9');
        const run = await (await stage.ports.stores.open()).runs.findRun(error.details['run_id'] as string);
        expect(run).to.include({ status: 'failed' });
        expect(run!.selfTest!.ok).to.equal(false);
        expect(await stage.results(run!.id)).to.deep.equal([]);
      },
      { selfTest: () => Promise.resolve(probe(false)) },
    ));
});

describe('a clock that goes backwards', () => {
  it('changes no duration and stops no run', () =>
    onStage(async (stage) => {
      let back = 0;
      const { clock } = stage.ports;
      const turning = { now: () => clock.now() - back, monotonic: () => clock.monotonic() };
      stage.answers((question) => {
        back += 3_600_000;
        return plain(question);
      });
      const ports = { ...stage.ports, clock: turning };
      const run = await new RunBenchmarkUseCase(ports, SETTINGS).execute(COMMAND);
      expect(run).to.include({ status: 'completed' });
      expect(run.durationSeconds).to.be.within(0, 60);
      for (const { judgeSeconds } of await stage.results(run.id)) expect(judgeSeconds).to.be.within(0, 60);
    }));
});
