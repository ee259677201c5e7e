import { spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, mkdtemp, readFile, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { expect } from 'chai';
import { SqliteStore } from '#etalon/infrastructure/persistence/sqlite/sqlite.store.js';
import type { CliResult } from '../../support/run-etalon.js';
import { runEtalon, startEtalon } from '../../support/run-etalon.js';
import { digests } from '../../support/sample-factory.js';
import { TEST_IDS, TestClock } from '../../support/test-clock.js';

const RECORDS = 4000;

describe('etalon export when its folder fails', () => {
  let folder: string;
  let out: string;
  const args = (): string[] => [
    ...['export', 'digests', '--data-dir', join(folder, 'data')],
    ...['--output', join(out, 'digests.jsonl'), '--json'],
  ];
  const refused = (result: CliResult, code: string): void => {
    expect([result.exitCode, result.error().code], result.stderr).to.deep.equal([1, code]);
    expect(result.stdout).to.equal('');
  };
  /** Starts an export and does `work` when it has begun to write. */
  const whileWriting = async (work: () => Promise<void>): Promise<string> => {
    const child = startEtalon(args());
    let stderr = '';
    child.stderr!.on('data', (chunk: Buffer) => (stderr += chunk.toString()));
    const closed = once(child, 'close');
    while (child.exitCode === null && !(await hasTemporary(out))) await sleep(1);
    await work();
    await closed;
    return stderr;
  };

  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'etalon-export-faults-'));
    const file = join(folder, 'data', 'etalon.db');
    const store = SqliteStore.open({ file, timeoutMs: 10_000 }, new TestClock(), TEST_IDS);
    for (let first = 0; first < RECORDS; first += 500) await store.digests.upsertMany(digests(500, first));
    await store.close();
  });
  beforeEach(async () => {
    out = join(folder, 'out');
    await mkdir(out);
  });
  afterEach(async () => {
    await rm(out, { recursive: true, force: true });
  });
  after(async () => {
    await rm(folder, { recursive: true, force: true });
  });

  it('keeps the old set on a full disk, and completes when there is space', async function () {
    if (spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=1m', 'tmpfs', out]).status !== 0) {
      console.log('skipped: mounting a small disk needs root and mount(8)');
      this.skip();
    }
    try {
      const small = await runEtalon([...args(), '--limit', '100']);
      expect(small.exitCode, small.stderr).to.equal(0);
      const before = await readFile(join(out, 'manifest.json'), 'utf8');
      refused(await runEtalon(args()), 'DISK_FULL');
      expect((await readdir(out)).sort()).to.deep.equal(['digests.jsonl', 'manifest.json', 'schema_validation.json']);
      expect(await readFile(join(out, 'manifest.json'), 'utf8')).to.equal(before);
      spawnSync('mount', ['-o', 'remount,size=64m', out]);
      expect((await runEtalon(args())).exitCode).to.equal(0);
    } finally {
      spawnSync('umount', [out]);
    }
  });

  it('fails when its folder is taken away meanwhile, and does not bring it back', async () => {
    const stderr = await whileWriting(() => rm(out, { recursive: true }));
    expect(stderr).to.contain('FILE_WRITE_FAILED');
    expect(await readdir(folder)).to.deep.equal(['data']);
  });

  it('fails when it may not write into its folder any more', async function () {
    if (spawnSync('chattr', ['+i', out]).status !== 0) {
      console.log('skipped: making a folder immutable needs root, chattr(1) and a file system that can');
      this.skip();
    }
    spawnSync('chattr', ['-i', out]);
    try {
      const stderr = await whileWriting(() => {
        spawnSync('chattr', ['+i', out]);
        return Promise.resolve();
      });
      expect(stderr).to.contain('FILE_WRITE_FAILED').and.contain('permissions');
      expect(await readdir(out)).to.not.include('digests.jsonl');
    } finally {
      spawnSync('chattr', ['-i', out]);
    }
    expect((await runEtalon(args())).exitCode).to.equal(0);
    expect((await readdir(out)).sort()).to.deep.equal(['digests.jsonl', 'manifest.json', 'schema_validation.json']);
  });

  it('exits 2 and names what it left out with --skip-invalid', async () => {
    const whole = await runEtalon([...args(), '--skip-invalid', '--redact', '--compress', 'gzip']);
    expect(whole.exitCode, whole.stderr).to.equal(0);
    expect(whole.json<{ path: string }>().path).to.match(/\.gz$/);
  });
});

async function hasTemporary(folder: string): Promise<boolean> {
  return (await readdir(folder)).some((name) => name.endsWith('.tmp'));
}
