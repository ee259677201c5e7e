import { once } from 'node:events';
import { mkdirSync } from 'node:fs';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { expect } from 'chai';
import { exported } from '../../support/benchmark-ports.js';
import { LlmServer } from '../../support/llm-server.js';
import { naiveJudge } from '../../support/naive-judge.js';
import type { CliResult } from '../../support/run-etalon.js';
import { runEtalon, startEtalon } from '../../support/run-etalon.js';
import { digest } from '../../support/samples.js';
import { schemaFaults } from '../../support/schema-faults.js';
import { inTemporaryFolder } from '../../support/temporary-folder.js';

const DAYS = Array.from({ length: 12 }, (_, index) => index + 1);
const KEY = 'sk-never-to-be-seen';
const TOKENS = 12_000;
const RUN = ['benchmark', 'run', '--scenario', 'channel_digest_ru'];

interface RunJson {
  readonly run_id: string;
  readonly status: string;
  readonly judge: Readonly<Record<string, string | null>>;
  readonly samples: Readonly<Record<string, number>>;
  readonly metrics: readonly { readonly name: string; readonly estimate: number | null }[];
  readonly cost: Readonly<Record<string, number>>;
  readonly self_test: { readonly ok: boolean; readonly cost: Readonly<Record<string, number>> };
}

describe('etalon benchmark run --judge llm', function () {
  this.timeout(120_000);
  let server: LlmServer;
  before(async () => {
    server = await LlmServer.start(KEY, { shapes: true });
  });
  after(() => server.stop());

  const withData = (work: (etalon: (...args: string[]) => Promise<CliResult>, folder: string) => Promise<void>) =>
    inTemporaryFolder(async (folder) => {
      await exported(
        folder,
        DAYS.map((day) => digest(day)),
      );
      const env = { LLM_URL: server.url, LLM_MODEL: 'judge-ru', LLM_API_KEY: KEY, LLM_RETRIES: '0' };
      const run = (...args: string[]) =>
        runEtalon([...args, '--json', '--data-dir', folder, '--log-level', 'debug'], { env });
      await work(run, folder);
    });

  it('scores with the model, once; the key lies nowhere, the second run costs nothing but the test of the judge', () =>
    withData(async (etalon, folder) => {
      server.replies({ kind: 'model', answer: naiveJudge });
      const first = await etalon(...RUN, '--judge', 'llm', '--max-concurrency', '4');
      const run = first.json<RunJson>();
      expect(run, first.stderr).to.deep.include({ status: 'completed' });
      expect(run.judge).to.include({ kind: 'llm', model: 'judge-ru', prompt_version: 'ru-digest-1' });
      expect(run.samples).to.include({ total: DAYS.length, scored: DAYS.length, errors: 0 });
      expect(run.cost).to.include({ calls: DAYS.length + 4, cache_hits: 0 });
      expect(server.offences).to.deep.equal([]);
      const again = (await etalon(...RUN, '--judge', 'llm')).json<RunJson>();
      expect(again.cost).to.include({ calls: 4, cache_hits: DAYS.length });
      expect(again.metrics).to.deep.equal(run.metrics);
      const results = await etalon('benchmark', 'show', run.run_id);
      expect(first.stdout + first.stderr + results.stdout).not.to.include(KEY);
      for (const entry of await readdir(folder, { recursive: true, withFileTypes: true }))
        if (entry.isFile())
          expect(await readFile(join(entry.parentPath, entry.name), 'latin1'), entry.name).not.to.include(KEY);
    }));

  it('holds a budget of tokens where the endpoint counts none, by estimates, and says so', () =>
    withData(async (etalon, folder) => {
      server.replies({ kind: 'model', answer: naiveJudge, bare: true });
      const ran = await etalon(...RUN, '--judge', 'llm', '--budget-tokens', String(TOKENS));
      const run = ran.json<RunJson>();
      expect(run, ran.stderr).to.include({ status: 'budget_exhausted' });
      expect(run.samples['scored']).to.be.within(1, DAYS.length - 1);
      expect(run.cost['tokens_in']! + run.cost['tokens_out']!).to.be.within(TOKENS / 2, TOKENS);
      expect(run.cost).to.include({ estimated: true });
      expect(run.self_test.cost).to.include({ calls: 4, estimated: true });
      expect(await schemaFaults('benchmark-run', run)).to.deep.equal([]);
      const page = join(folder, 'report.html');
      const reported = (await etalon('benchmark', 'report', run.run_id, '--html', page)).json<RunJson>();
      expect(reported.cost).to.deep.equal(run.cost);
      expect(await readFile(page, 'utf8')).to.include('Token counts are estimates: the endpoint does not report them.');
    }));

  it('names the stored run, and how to write its files again, when they cannot be written at the end', () =>
    withData(async (etalon, folder) => {
      const [output, junit] = [join(folder, 'run.json'), join(folder, 'run.xml')];
      server.replies({
        kind: 'model',
        answer: (question) => {
          mkdirSync(junit, { recursive: true });
          return naiveJudge(question);
        },
      });
      const files = ['--output', output, '--junit', junit, '--fail-on-warn'];
      const failed = await etalon(...RUN, '--judge', 'llm', ...files);
      const { code, message, hint, details } = failed.error();
      expect([failed.exitCode, code]).to.deep.equal([1, 'FILE_WRITE_FAILED']);
      const run = String(details['run_id']);
      expect(message).to.include(junit).and.to.include(`The run is stored: ${run}`);
      expect(hint).to.include(`etalon benchmark report ${run} --junit FILE --fail-on-warn`);
      expect(JSON.parse(await readFile(output, 'utf8'))).to.include({ run_id: run });
      const again = join(folder, 'again.xml');
      const written = await etalon('benchmark', 'report', run, '--junit', again, '--fail-on-warn');
      expect(written.exitCode, written.stderr).to.equal(0);
      expect(await readFile(again, 'utf8')).to.include(run);
    }));

  it('spends nothing on a judge that fails the test of itself', () =>
    withData(async (etalon) => {
      const wrong = '{"coverage": 1, "accuracy": 1, "coherence": 1, "informativeness": 1}';
      server.replies({ kind: 'answer', text: wrong });
      const refused = await etalon(...RUN, '--judge', 'llm');
      expect([refused.exitCode, refused.error().code]).to.deep.equal([1, 'JUDGE_SELF_TEST_FAILED']);
      expect(server.questions.length).to.equal(8);
    }));

  it('counts the test of the judge in the budget of calls, and refuses one that pays for no more than the test', () =>
    withData(async (etalon) => {
      server.replies({ kind: 'model', answer: naiveJudge });
      const runs = async () => (await etalon('benchmark', 'list')).json<{ runs: RunJson[] }>().runs;
      for (const budget of [
        ['--budget-calls', '2'],
        ['--budget-calls', '4'],
        ['--budget-calls', '5', '--repeats', '2'],
        ['--budget-tokens', '100'],
      ]) {
        const refused = await etalon(...RUN, '--judge', 'llm', ...budget);
        expect([refused.exitCode, refused.error().code]).to.deep.equal([1, 'BENCHMARK_BUDGET_TOO_SMALL']);
        expect(refused.error().hint).to.match(/Allow (?:5 calls|6 calls|\d{4} tokens) at least/u);
      }
      expect(server.questions, 'nothing was spent').to.deep.equal([]);
      expect(await runs(), 'nothing was registered').to.deep.equal([]);
      const run = (await etalon(...RUN, '--judge', 'llm', '--budget-calls', '5')).json<RunJson>();
      expect(run).to.include({ status: 'budget_exhausted' });
      expect(run.samples).to.include({ scored: 1, unscored: DAYS.length - 1 });
      expect([run.cost['calls'], server.questions.length]).to.deep.equal([5, 5]);
    }));

  it('stops the test of the judge where the budget of calls ends; the run goes on neither so nor under another question', () =>
    withData(async (etalon, folder) => {
      server.replies({ kind: 'answer', text: 'Отличный дайджест!' });
      const stopped = await etalon(...RUN, '--judge', 'llm', '--budget-calls', '6');
      const { code, hint, details } = stopped.error();
      expect([stopped.exitCode, code]).to.deep.equal([1, 'BENCHMARK_BUDGET_TOO_SMALL']);
      expect(hint).not.to.include('--resume');
      expect(server.questions).to.have.length(6);
      const id = String(details['run_id']);
      const run = (await etalon('benchmark', 'show', id)).json<RunJson>();
      expect(run).to.include({ status: 'failed' });
      expect([run.self_test.ok, run.self_test.cost['calls'], run.cost['calls']]).to.deep.equal([false, 6, 6]);
      const config = join(folder, 'redacting.yaml');
      await writeFile(config, 'redact: true\n');
      const other = (await etalon('benchmark', 'run', '--resume', id, '--config', config)).error();
      expect([other.code, other.details['changed']]).to.deep.equal(['RUN_CHANGED', ['prompt']]);
      const resumed = await etalon('benchmark', 'run', '--resume', id);
      expect([resumed.exitCode, resumed.error().code]).to.deep.equal([1, 'BENCHMARK_BUDGET_TOO_SMALL']);
      expect(server.questions).to.have.length(6);
    }));

  it('counts what the endpoint breaks as errors, never as scores, and has no verdict on too little', () =>
    withData(async (etalon) => {
      const good = { kind: 'model', answer: naiveJudge } as const;
      server.replies(good, good, good, good, { kind: 'status', status: 500 });
      const broken = await etalon(...RUN, '--judge', 'llm');
      const run = broken.json<RunJson>();
      expect(run.samples, broken.stderr).to.include({ scored: 0, errors: DAYS.length });
      expect(broken.exitCode).to.equal(4);
      expect(run.metrics.find(({ name }) => name === 'coverage')).to.deep.include({ estimate: null });
    }));

  describe('that is interrupted by Ctrl-C', () => {
    const TOKENS_EACH = { in: 120, out: 45 };
    const slow = { kind: 'model', answer: naiveJudge, delayMs: 1_500 } as const;
    const fast = { kind: 'model', answer: naiveJudge } as const;

    /** Interrupts a run once the server got so many questions; gives the run's id. */
    const interruptedAt = async (folder: string, questions: number, args: readonly string[]): Promise<string> => {
      const env = { LLM_URL: server.url, LLM_MODEL: 'judge-ru', LLM_API_KEY: KEY, LLM_RETRIES: '0' };
      const child = startEtalon([...args, '--json', '--data-dir', folder], { env });
      let stderr = '';
      child.stderr!.on('data', (chunk: Buffer) => (stderr += chunk.toString()));
      while (server.questions.length < questions) await sleep(10);
      const begun = performance.now();
      child.kill('SIGINT');
      const [code] = (await once(child, 'close')) as [number];
      expect(performance.now() - begun, 'nobody waits for answers').to.be.lessThan(1_400);
      const { error } = JSON.parse(stderr.trim().split('\n').at(-1)!) as { error: { details: { run_id: string } } };
      expect([code, server.questions.length]).to.deep.equal([130, questions]);
      return error.details.run_id;
    };

    it('counts the calls that were under way, says that their tokens are not known, and adds up when it goes on', () =>
      withData(async (etalon, folder) => {
        server.replies(fast, fast, fast, fast, fast, fast, slow);
        const id = await interruptedAt(folder, 10, [...RUN, '--judge', 'llm', '--max-concurrency', '4']);
        const run = (await etalon('benchmark', 'show', id)).json<RunJson>();
        expect(run).to.include({ status: 'interrupted' });
        expect(run.cost).to.deep.equal({
          ...{ calls: 10, tokens_in: 6 * TOKENS_EACH.in, tokens_out: 6 * TOKENS_EACH.out },
          ...{ cache_hits: 0, unanswered: 4 },
        });
        expect(run.samples).to.include({ total: 2, scored: 2 });
        expect(await schemaFaults('benchmark-run', run)).to.deep.equal([]);
        server.replies(fast);
        const whole = (await etalon('benchmark', 'run', '--resume', id)).json<RunJson>();
        expect(whole).to.include({ status: 'completed' });
        expect(server.questions).to.have.length(DAYS.length - 2);
        expect(whole.cost).to.include({ calls: 10 + server.questions.length, unanswered: 4 });
        expect(server.offences).to.deep.equal([]);
      }));

    it('counts the calls of a test of the judge that was not finished; its budget holds over both parts', () =>
      withData(async (etalon, folder) => {
        server.replies(slow);
        const id = await interruptedAt(folder, 4, [...RUN, '--judge', 'llm', '--budget-calls', '12']);
        const run = (await etalon('benchmark', 'show', id)).json<RunJson>();
        const cost = { calls: 4, tokens_in: 0, tokens_out: 0, cache_hits: 0, unanswered: 4 };
        expect([run.status, run.self_test.ok]).to.deep.equal(['interrupted', false]);
        expect([run.cost, run.self_test.cost]).to.deep.equal([cost, cost]);
        server.replies(fast);
        const whole = (await etalon('benchmark', 'run', '--resume', id)).json<RunJson>();
        expect(whole).to.include({ status: 'budget_exhausted' });
        expect([whole.cost['calls'], server.questions.length]).to.deep.equal([12, 8]);
        expect(whole.samples).to.include({ scored: 4 });
      }));
  });
});
