import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { expect } from 'chai';
import type { LlmReply } from '../../support/llm-server.js';
import { LlmServer } from '../../support/llm-server.js';
import { naiveJudge } from '../../support/naive-judge.js';
import type { CliResult } from '../../support/run-etalon.js';
import { runEtalon, startEtalon } from '../../support/run-etalon.js';
import { inTemporaryFolder } from '../../support/temporary-folder.js';
import { tinyMessages, writeTinyExport } from '../../support/tiny-export.js';

const DAYS = 12;
const MODEL: LlmReply = { kind: 'model', answer: naiveJudge };

interface ScoreJson {
  readonly dataset_hash: string;
  readonly scores_hash: string | null;
  readonly kinds: readonly Readonly<Record<string, number | string>>[];
  readonly problems: readonly { readonly id: string; readonly status: string; readonly fault: string | null }[];
  readonly cost: Readonly<Record<string, number>>;
  readonly ok: boolean;
}
interface RunJson {
  readonly verdict: string;
  readonly metrics: readonly Readonly<Record<string, unknown>>[];
  readonly samples: object;
  readonly coverage: number;
}

describe('etalon dataset score', function () {
  this.timeout(180_000);
  let server: LlmServer;
  before(async () => {
    server = await LlmServer.start('sk-right', { shapes: true });
  });
  after(() => server.stop());

  type Etalon = (...args: string[]) => Promise<CliResult>;
  /** A seeded store of one channel in a folder of its own. */
  const seeded = (work: (etalon: Etalon, folder: string, env: Record<string, string>) => Promise<void>) =>
    inTemporaryFolder(async (folder) => {
      const env = { LLM_URL: server.url, LLM_MODEL: 'judge-ru', LLM_API_KEY: 'sk-right', LLM_RETRIES: '0' };
      const etalon: Etalon = async (...args) => {
        const result = await runEtalon([...args, '--json', '--data-dir', join(folder, 'data')], { env, cwd: folder });
        expect(result.stdout + result.stderr).not.to.include('sk-right');
        return result;
      };
      await writeTinyExport(join(folder, 'export'), 'novosti', tinyMessages(DAYS));
      const seed = [
        'seed',
        '--from',
        'telegram-export',
        '--path',
        join(folder, 'export'),
        '--window-end',
        '2024-11-12',
      ];
      const seededNow = await etalon(...seed, '--days', String(DAYS));
      expect(seededNow.exitCode, seededNow.stderr).to.equal(0);
      await work(etalon, folder, env);
    });
  const score = async (etalon: Etalon, ...args: string[]): Promise<[number | null, ScoreJson]> => {
    const result = await etalon('dataset', 'score', ...args);
    const document = result.stdout === '' ? ({} as ScoreJson) : result.json<ScoreJson>();
    if (result.stdout !== '') expect(await faults(document)).to.deep.equal([]);
    return [result.exitCode, document];
  };
  const dryRun = async (etalon: Etalon): Promise<RunJson> =>
    (await etalon('benchmark', 'run', '--scenario', 'channel_digest_ru', '--dry-run')).json<RunJson>();

  it('gives a dry run the very result of the live one; data and documents stay the same otherwise', () =>
    seeded(async (etalon) => {
      const exportNow = async (): Promise<CliResult> => etalon('export', 'digests');
      await exportNow();
      const before = (await etalon('dataset', 'verify')).json<ScoreJson>();
      const unscored = await etalon('benchmark', 'run', '--scenario', 'channel_digest_ru', '--dry-run');
      expect(unscored.exitCode, unscored.stderr).to.equal(4);
      const live = (
        await etalon('benchmark', 'run', '--scenario', 'channel_digest_ru', '--judge', 'lexical')
      ).json<RunJson>();

      const [exitCode, scored] = await score(etalon, '--judge', 'lexical');
      expect(exitCode).to.equal(0);
      expect(scored.kinds.map(({ kind, documents, scored: now }) => [kind, documents, now])).to.deep.equal([
        ['digests', DAYS, DAYS],
        ['review_reports', DAYS, DAYS],
      ]);
      expect(scored).to.include({ dataset_hash: before.dataset_hash, ok: true });
      expect(scored.scores_hash).not.to.equal(before.scores_hash);
      const after = (await etalon('dataset', 'verify')).json<ScoreJson>();
      expect(after).to.include({ dataset_hash: before.dataset_hash, scores_hash: scored.scores_hash });

      expect((await exportNow()).json()).to.deep.include({ warnings: [] });
      const dry = await dryRun(etalon);
      expect(dry.verdict).to.equal(live.verdict);
      expect(dry.metrics).to.deep.equal(live.metrics);
      expect([dry.samples, dry.coverage]).to.deep.equal([live.samples, live.coverage]);
      const [, again] = await score(etalon, '--judge', 'lexical');
      expect(again.kinds.map(({ scored: now, scored_before: earlier }) => [now, earlier])).to.deep.equal([
        [0, DAYS],
        [0, DAYS],
      ]);
      expect(again.scores_hash).to.equal(scored.scores_hash);
    }));

  it('asks a model, never replaces the scores of another judge, and says what it cost', () =>
    seeded(async (etalon) => {
      server.replies(MODEL);
      const [exitCode, scored] = await score(etalon, '--judge', 'llm', '--kind', 'digests');
      expect(exitCode).to.equal(0);
      expect(scored.cost).to.include({ calls: DAYS + 4, cache_hits: 0 });
      expect(server.offences).to.deep.equal([]);
      const [, other] = await score(etalon, '--judge', 'lexical');
      expect(other.kinds.map(({ scored: now, scored_by_others: others }) => [now, others])).to.deep.equal([
        [0, DAYS],
        [DAYS, 0],
      ]);
      const exported = (await etalon('export', 'digests')).json<{ path: string }>();
      const [first] = (await readFile(exported.path, 'utf8')).split('\n');
      const { ground_truth } = JSON.parse(first ?? '') as { ground_truth: { llm_judge: Record<string, unknown> } };
      expect(ground_truth.llm_judge).to.include({
        ...{ judge_model: 'judge-ru', prompt_version: 'ru-digest-1', notes: 'Оценено по общим словам.' },
      });
      expect(ground_truth.llm_judge['verdict']).to.match(/^(BELOW|MEETS|EXCEEDS)_EXPECTATIONS$/u);
    }));

  it('leaves documents without scores whose judgement failed, exits 2, and completes with the same command', () =>
    seeded(async (etalon) => {
      const bad: LlmReply = { kind: 'status', status: 500 };
      server.replies(...Array.from({ length: 9 }, () => MODEL), bad, bad, MODEL);
      const [exitCode, partly] = await score(etalon, '--judge', 'llm', '--kind', 'digests', '--max-concurrency', '1');
      expect(exitCode).to.equal(2);
      expect(partly.kinds[0]).to.include({ scored: DAYS - 2, failed: 2 });
      expect(partly.problems.map(({ status, fault }) => [status, fault])).to.deep.equal([
        ['error', 'failed'],
        ['error', 'failed'],
      ]);
      server.replies(MODEL);
      const [next, whole] = await score(etalon, '--judge', 'llm', '--kind', 'digests');
      expect([next, whole.ok]).to.deep.equal([0, true]);
      expect(whole.kinds[0]).to.include({ scored: 2, scored_before: DAYS - 2 });
    }));

  it('keeps to its budget, and stops before anything is judged when the judge fails its test', () =>
    seeded(async (etalon) => {
      server.replies(MODEL);
      const little = await etalon('dataset', 'score', '--judge', 'llm', '--budget-calls', '4');
      expect([little.exitCode, little.error().code]).to.deep.equal([1, 'BENCHMARK_BUDGET_TOO_SMALL']);
      expect(server.questions).to.deep.equal([]);
      const [exitCode, some] = await score(etalon, '--judge', 'llm', '--kind', 'digests', '--budget-calls', '9');
      expect(exitCode).to.equal(2);
      expect(some.cost).to.include({ calls: 9 });
      expect(some.kinds[0]).to.include({ scored: 5, left: DAYS - 5 });
      const [code, both] = await score(etalon, '--judge', 'llm', '--budget-calls', '12');
      expect([code, both.cost['calls']], 'the rest does not pay for another test').to.deep.equal([2, DAYS - 1]);
      expect(both.kinds.map(({ scored, left }) => [scored, left])).to.deep.equal([
        [DAYS - 5, 0],
        [0, DAYS],
      ]);
      server.replies({ kind: 'answer', text: 'Отличный дайджест!' });
      const failed = await etalon('dataset', 'score', '--judge', 'llm', '--kind', 'review_reports');
      expect([failed.exitCode, failed.error().code]).to.deep.equal([1, 'JUDGE_SELF_TEST_FAILED']);
      expect(failed.error().message).to.include('known good');
    }));

  it('says at Ctrl-C what was spent, in the test of the judge and after it, and goes on with the same command', () =>
    seeded(async (etalon, folder, env) => {
      for (const answered of [0, 9]) {
        server.replies(...Array.from({ length: answered }, () => MODEL), { kind: 'silent' });
        const args = ['dataset', 'score', '--judge', 'llm', '--kind', 'digests', '--max-concurrency', '3', '--json'];
        const child = startEtalon([...args, '--data-dir', join(folder, 'data')], { env, cwd: folder });
        let stderr = '';
        child.stderr!.on('data', (chunk: Buffer) => (stderr += chunk.toString()));
        const open = answered === 0 ? 4 : 3;
        while (server.questions.length < answered + open) await sleep(10);
        child.kill('SIGINT');
        expect((await once(child, 'close'))[0]).to.equal(130);
        const { error } = JSON.parse(stderr.trim().split('\n').at(-1)!) as { error: Record<string, unknown> };
        expect(error['code']).to.equal('INTERRUPTED');
        expect(error['details'])
          .to.have.property('cost')
          .that.includes({ calls: answered + open, unanswered: open });
      }
      server.replies(MODEL);
      const [exitCode, whole] = await score(etalon, '--judge', 'llm', '--kind', 'digests');
      expect([exitCode, whole.ok]).to.deep.equal([0, true]);
      expect(whole.kinds[0]).to.include({ scored: DAYS - 5, scored_before: 5 });
    }));

  it('is killed at any moment, and the same command ends with what an undisturbed one has', () =>
    seeded(async (etalon, folder, env) => {
      const slow: LlmReply = { kind: 'model', answer: naiveJudge, delayMs: 40 };
      server.replies(slow);
      const args = ['dataset', 'score', '--judge', 'llm', '--max-concurrency', '2', '--json'];
      for (const moment of process.env['ETALON_FULL'] === '1'
        ? [400, 600, 700, 800, 900, 1_000, 1_100]
        : [800, 1_000]) {
        const child = startEtalon([...args, '--data-dir', join(folder, 'data')], { env, cwd: folder });
        const timer = setTimeout(() => child.kill('SIGKILL'), moment);
        await once(child, 'exit');
        clearTimeout(timer);
      }
      const [exitCode, whole] = await score(etalon, '--judge', 'llm');
      expect(exitCode).to.equal(0);
      expect(new Set(server.questions.map(({ messages }) => messages[1]?.content)).size).to.equal(2 * DAYS + 8);
      await seeded(async (undisturbed) => {
        const [, straight] = await score(undisturbed, '--judge', 'llm');
        expect(straight.scores_hash).to.equal(whole.scores_hash);
      });
    }));

  it('refuses what does not fit', () =>
    seeded(async (etalon) => {
      for (const [args, exitCode, code] of [
        [['--judge', 'stored'], 64, 'USAGE'],
        [[], 64, 'USAGE'],
        [['--judge', 'lexical', '--kind', 'digests', '--scenario', 'review_summary_ru'], 64, 'USAGE'],
        [['--judge', 'lexical', '--name', 'nobody'], 1, 'DATASET_NOT_FOUND'],
        [['--judge', 'lexical', '--scenario', 'nothing'], 1, 'SCENARIO_NOT_FOUND'],
      ] as const) {
        const result = await etalon('dataset', 'score', ...args);
        expect([result.exitCode, result.error().code], args.join(' ')).to.deep.equal([exitCode, code]);
      }
    }));
});

async function faults(document: unknown): Promise<unknown[]> {
  const text = await readFile('config/schemas/dataset-score.schema.json', 'utf8');
  const ajv = new Ajv2020({ allErrors: true, strict: false });
  const validate = ajv.compile(JSON.parse(text) as object);
  return validate(document) ? [] : (validate.errors ?? []);
}
