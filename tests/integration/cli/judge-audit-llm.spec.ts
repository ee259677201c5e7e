import { once } from 'node:events';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { expect } from 'chai';
import { exported } from '../../support/benchmark-ports.js';
import type { LlmReply } from '../../support/llm-server.js';
import { LlmServer } from '../../support/llm-server.js';
import { naiveJudge } from '../../support/naive-judge.js';
import type { CliResult } from '../../support/run-etalon.js';
import { runEtalon, startEtalon } from '../../support/run-etalon.js';
import { digest } from '../../support/samples.js';
import { schemaFaults } from '../../support/schema-faults.js';
import { inTemporaryFolder } from '../../support/temporary-folder.js';

const KEY = 'sk-never-to-be-seen';
const DAYS = Array.from({ length: 12 }, (_, index) => index + 1);
const AUDIT = ['judge', 'audit', '--judge', 'llm', '--per-defect', '5'];
const MODEL: LlmReply = { kind: 'model', answer: naiveJudge };
const TEST_CALLS = 4;
/** More than the test of the judge and all good summaries take, so that eight others are asked about at once. */
const ANSWERED = 40;

interface AuditJson {
  readonly ok: boolean;
  readonly judge: Readonly<Record<string, string>>;
  readonly defects: readonly (Readonly<Record<string, unknown>> & { readonly skipped_reasons: readonly object[] })[];
  readonly injections: readonly Readonly<Record<string, unknown>>[];
  readonly cost: Readonly<Record<string, number>>;
}

describe('etalon judge audit --judge llm', function () {
  this.timeout(120_000);
  let server: LlmServer;
  before(async () => {
    server = await LlmServer.start(KEY, { shapes: true });
  });
  after(() => server.stop());

  const environment = { LLM_MODEL: 'judge-ru', LLM_API_KEY: KEY, LLM_RETRIES: '0' };
  type Etalon = (args: readonly string[], env?: Readonly<Record<string, string>>) => Promise<CliResult>;
  /** Every audit has a data folder of its own, so that none finds the answers of another one. */
  const withData = (work: (etalon: Etalon, dataset: string, folder: string) => Promise<void>) =>
    inTemporaryFolder(async (folder) => {
      const dataset = await exported(
        folder,
        DAYS.map((day) => digest(day)),
      );
      let audits = 0;
      const etalon: Etalon = async (args, env = {}) => {
        audits += 1;
        const place = ['--dataset', dataset, '--data-dir', join(folder, `data-${audits}`)];
        const all = { LLM_URL: server.url, ...environment, ...env };
        const result = await runEtalon([...args, ...place], { env: all });
        expect(result.stdout + result.stderr).not.to.include(KEY);
        expect(result.stderr, 'no warning of the runtime').not.to.include('Warning');
        return result;
      };
      await work(etalon, dataset, folder);
    });

  it('holds to the protocol, tests the judge, asks as often as it said, and tells what that cost', () =>
    withData(async (etalon) => {
      server.replies(MODEL);
      const shown = await etalon(AUDIT);
      expect(shown.exitCode, shown.stderr).to.be.oneOf([0, 2]);
      expect(server.offences).to.deep.equal([]);
      const calls = Number(/takes (\d+) calls/u.exec(shown.stderr)?.[1]);
      expect(calls).to.equal(server.questions.length).and.greaterThan(100);
      expect(shown.stdout).to.include(`${calls} calls, ${calls * 120} tokens in, ${calls * 45} out`);
      server.replies(MODEL);
      const ran = await etalon([...AUDIT, '--json']);
      const audit = ran.json<AuditJson>();
      expect(ran.exitCode).to.equal(shown.exitCode);
      expect(await schemaFaults('judge-audit', audit)).to.deep.equal([]);
      expect(audit.judge).to.include({ kind: 'llm', model: 'judge-ru' });
      expect(audit.cost).to.deep.equal({ calls, tokens_in: calls * 120, tokens_out: calls * 45, cache_hits: 0 });
      expect(audit.injections.every(({ samples, largest_gain: gain }) => samples === 5 && gain !== null)).to.equal(
        true,
      );
    }));

  it('says the same byte for byte, however many are asked at once and whoever answers first', () =>
    withData(async (etalon) => {
      let now = 0;
      /** Waits longer for some questions than for others. */
      const uneven = Array.from({ length: 400 }, (_, at): LlmReply => ({ ...MODEL, delayMs: (at * 37) % 50 }));
      const told = async (...args: string[]) => {
        now += 1;
        server.replies(...(now === 1 ? [MODEL] : uneven));
        return (await etalon([...AUDIT, '--json', ...args])).stdout;
      };
      const one = await told('--max-concurrency', '1');
      expect(await told()).to.equal(one);
      expect(await told('--max-concurrency', '32')).to.equal(one);
    }));

  it('shows failures as missing, never as scores, and no row passes by them', () =>
    withData(async (etalon) => {
      const test = Array.from({ length: TEST_CALLS }, () => MODEL);
      server.replies(...test, { kind: 'answer', text: 'Отличный дайджест!' });
      const ran = await etalon([...AUDIT, '--json']);
      const { ok, defects, injections } = ran.json<AuditJson>();
      expect([ran.exitCode, ok]).to.deep.equal([2, false]);
      expect(defects.every(({ pairs, auc, ok: row }) => pairs === 0 && auc === null && row !== true)).to.equal(true);
      expect(injections.every(({ largest_gain: gain, ok: row }) => gain === null && row === false)).to.equal(true);
      const padding = defects.find(({ defect }) => defect === 'padding')!;
      expect(padding['reason']).to.equal('the judge gave no scores for 12 of 12 samples');
      expect(JSON.stringify(padding.skipped_reasons)).to.include('LLM_BAD_ANSWER');
    }));

  it('keeps to its budget, and refuses one that pays for no more than the test', () =>
    withData(async (etalon) => {
      server.replies(MODEL);
      const small = await etalon([...AUDIT, '--json', '--budget-calls', '4']);
      expect([small.exitCode, small.error().code]).to.deep.equal([1, 'BENCHMARK_BUDGET_TOO_SMALL']);
      expect(server.questions).to.deep.equal([]);
      const ran = await etalon([...AUDIT, '--json', '--budget-calls', '30']);
      const { ok, cost, defects } = ran.json<AuditJson>();
      expect([ran.exitCode, ok, cost['calls'], server.questions.length]).to.deep.equal([2, false, 30, 30]);
      expect(JSON.stringify(defects)).to.include('the budget of 30 calls was used up');
      const usage = await etalon([...AUDIT, '--budget-tokens', '0']);
      expect(usage.exitCode).to.equal(64);
    }));

  it('ends with a coded error where the endpoint is away, at once or in the middle, and says what was spent', () =>
    withData(async (etalon) => {
      const gone = await LlmServer.start(KEY);
      const { url } = gone;
      await gone.stop();
      const refused = await etalon([...AUDIT, '--json'], { LLM_URL: url });
      expect([refused.exitCode, refused.error().code]).to.deep.equal([1, 'JUDGE_SELF_TEST_FAILED']);
      expect(refused.error().message.match(/cannot be reached/gu), 'once').to.have.length(1);
      expect(refused.error().hint).to.include('LLM_URL');
      server.replies(...Array.from({ length: ANSWERED }, () => MODEL), { kind: 'cut' });
      const broken = await etalon([...AUDIT, '--json']);
      expect([broken.exitCode, broken.error().code, broken.stdout]).to.deep.equal([1, 'LLM_UNAVAILABLE', '']);
      const cost = broken.error().details['cost'] as Readonly<Record<string, number>>;
      // What was on its way when it was given up may not have come to the server.
      expect(cost['calls'])
        .to.be.within(server.questions.length, server.questions.length + 8)
        .and.lessThan(80);
      expect(cost['unanswered']).to.equal(cost['calls']! - ANSWERED);
      const none = await etalon([...AUDIT, '--json'], { LLM_URL: '' });
      expect([none.exitCode, none.error().code]).to.deep.equal([1, 'LLM_NOT_CONFIGURED']);
    }));

  it('is interrupted by Ctrl-C at once, and says what was spent', () =>
    withData(async (_etalon, dataset, folder) => {
      server.replies(...Array.from({ length: ANSWERED }, () => MODEL), { kind: 'silent' });
      const args = [...AUDIT, '--json', '--dataset', dataset, '--data-dir', join(folder, 'data')];
      const child = startEtalon(args, { env: { LLM_URL: server.url, ...environment } });
      let stderr = '';
      child.stderr!.on('data', (chunk: Buffer) => (stderr += chunk.toString()));
      while (server.questions.length < ANSWERED + 8) await sleep(10);
      child.kill('SIGINT');
      expect((await once(child, 'close'))[0]).to.equal(130);
      const { error } = JSON.parse(stderr.trim().split('\n').at(-1)!) as { error: Record<string, unknown> };
      expect(error['code']).to.equal('INTERRUPTED');
      expect(error['details']).to.deep.equal({
        cost: {
          ...{ calls: ANSWERED + 8, tokens_in: ANSWERED * 120, tokens_out: ANSWERED * 45 },
          ...{ cache_hits: 0, unanswered: 8 },
        },
      });
    }));

  it('offers only judges that can be audited', () =>
    withData(async (etalon) => {
      const unknown = await etalon(['judge', 'audit', '--judge', 'foo', '--json']);
      expect(unknown.error()).to.deep.include({
        code: 'BENCHMARK_JUDGE_UNKNOWN',
        hint: 'Choose --judge lexical or llm.',
        details: { judge: 'foo', known: ['lexical', 'llm'] },
      });
      const stored = await etalon(['judge', 'audit', '--judge', 'stored', '--json']);
      expect([stored.exitCode, stored.error().hint]).to.deep.equal([64, 'Choose --judge lexical or llm.']);
    }));
});
