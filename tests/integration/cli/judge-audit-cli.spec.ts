import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';
import { compileSchema } from '#etalon/infrastructure/schemas/schema-compiler.js';
import { runEtalon, startEtalon } from '../../support/run-etalon.js';

interface AuditJson {
  readonly ok: boolean;
  readonly dataset: Readonly<Record<string, unknown>>;
  readonly defects: readonly {
    readonly defect: string;
    readonly text: string;
    readonly pairs: number;
    readonly expected: true | null;
    readonly ok: boolean | null;
    readonly interval: { readonly lower: number } | null;
  }[];
  readonly injections: readonly { readonly ok: boolean }[];
}

const AUDIT = ['judge', 'audit', '--judge', 'lexical', '--per-defect', '6'];
const SEED = ['seed', '--from', 'telegram-export', '--path', 'examples/telegram-export', '--window-end'];

describe('etalon judge audit', function () {
  this.timeout(240_000);

  let folder: string;
  let at: readonly string[];
  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'etalon-audit-'));
    at = ['--data-dir', folder];
    const seeded = await runEtalon([...SEED, '2024-12-03', ...at]);
    expect(seeded.exitCode, seeded.stderr).to.equal(0);
  });
  after(() => rm(folder, { recursive: true }));

  it('says which command makes the data set that is missing', async () => {
    const missing = await runEtalon([...AUDIT, '--json', ...at]);
    expect(missing.error()).to.include({ code: 'BENCHMARK_DATASET_NOT_FOUND', exit_code: 1 });
    expect((await runEtalon(['export', 'digests', ...at])).exitCode).to.equal(0);
  });

  it('audits the lexical judge on the example data: one document that fits its schema, and the exit code of its ok', async () => {
    const ran = await runEtalon([...AUDIT, '--json', ...at]);
    const audit = ran.json<AuditJson>();
    expect(ran.exitCode, ran.stderr).to.equal(audit.ok ? 0 : 2);
    const schema = JSON.parse(await readFile('config/schemas/judge-audit.schema.json', 'utf8')) as object;
    expect(compileSchema(schema as Readonly<Record<string, unknown>>)(audit)).to.deep.equal([]);
    const expected = audit.defects.filter((row) => row.expected);
    expect(new Set(audit.defects.map(({ text }) => text))).to.deep.equal(new Set(['original', 'rewritten']));
    for (const { defect, ok, pairs, interval } of expected)
      expect(ok, defect).to.equal(pairs < 5 ? null : interval!.lower > 0.5);
    expect(audit.ok).to.equal([...expected, ...audit.injections].every(({ ok }) => ok !== false));

    const shown = await runEtalon([...AUDIT, ...at]);
    expect(shown.exitCode).to.equal(ran.exitCode);
    for (const word of ['Rewritten summaries', 'claim_added', 'What the rewrite alone costs', 'lexical-'])
      expect(shown.stdout).to.include(word);
  });

  it('is interrupted by Ctrl-C with exit 130', async () => {
    const child = startEtalon([...AUDIT.slice(0, -1), '1000', '--json', ...at]);
    let stderr = '';
    child.stderr!.on('data', (chunk: Buffer) => (stderr += chunk.toString()));
    const timer = setTimeout(() => child.kill('SIGINT'), 2500);
    const code = await new Promise((resolve) => child.once('close', resolve));
    clearTimeout(timer);
    expect(code, stderr).to.equal(130);
    expect(stderr).to.include('INTERRUPTED');
  });

  it('refuses malformed values as usage, and a judge or a file that does not exist as an error', async () => {
    for (const wrong of [
      ['--per-defect', '0'],
      ['--seed', '-1'],
      ['--timezone', 'Mars/Base'],
    ])
      expect((await runEtalon([...AUDIT, ...wrong, ...at])).exitCode, wrong.join(' ')).to.equal(64);
    expect((await runEtalon(['judge', 'audit', ...at])).exitCode).to.equal(64);
    const file = ['--dataset', join(folder, 'none.jsonl')];
    expect((await runEtalon([...AUDIT, ...file, ...at])).exitCode).to.equal(1);
    const unknown = await runEtalon(['judge', 'audit', '--judge', 'oracle', '--json', ...at]);
    expect(unknown.error().code).to.equal('BENCHMARK_JUDGE_UNKNOWN');
  });
});
