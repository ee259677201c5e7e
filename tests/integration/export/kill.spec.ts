import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { mkdtemp, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { expect } from 'chai';
import type { ExportManifest } from '#etalon/domain/export/export-manifest.js';
import { SqliteStore } from '#etalon/infrastructure/persistence/sqlite/sqlite.store.js';
import { PureRandFactory } from '#etalon/infrastructure/system/pure-rand-factory.js';
import { runEtalon, startEtalon } from '../../support/run-etalon.js';
import { digest } from '../../support/sample-factory.js';
import { TEST_IDS, TestClock } from '../../support/test-clock.js';

/** 50 points with ETALON_FULL=1; a few otherwise, because each costs two exports. */
const POINTS = process.env['ETALON_FULL'] === '1' ? 50 : 4;
const RECORDS = 3000;
const FILES = ['digests.jsonl', 'manifest.json', 'schema_validation.json'];

describe('an export that is killed', () => {
  let folder: string;
  let out: string;
  let duration: number;
  const hashes = { a: '', b: '' };
  const args = (data: 'a' | 'b'): string[] => [
    ...['export', 'digests', '--data-dir', join(folder, data)],
    ...['--output', join(out, 'digests.jsonl'), '--json'],
  ];
  const fill = async (data: 'a' | 'b'): Promise<void> => {
    const file = join(folder, data, 'etalon.db');
    const store = SqliteStore.open({ file, timeoutMs: 10_000 }, new TestClock(), TEST_IDS);
    for (let first = 0; first < RECORDS; first += 500) {
      const batch = Array.from({ length: 500 }, (_, index) => first + index);
      await store.digests.upsertMany(batch.map((n) => digest(n, { latencySeconds: data === 'a' ? 1 : 2 })));
    }
    await store.close();
    const exported = await runEtalon(args(data));
    hashes[data] = exported.json()['sha256'] as string;
  };
  /** What a reader finds who checks the manifest. */
  const found = async (): Promise<'a' | 'b' | 'interrupted'> => {
    const manifest = JSON.parse(await readFile(join(out, 'manifest.json'), 'utf8')) as ExportManifest;
    const bytes = await readFile(join(out, 'digests.jsonl'));
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    expect([hashes.a, hashes.b], 'a whole file').to.include(sha256);
    if (manifest.files[0]?.sha256 !== sha256) return 'interrupted';
    return sha256 === hashes.a ? 'a' : 'b';
  };

  before(async function () {
    this.timeout(120_000);
    folder = await mkdtemp(join(tmpdir(), 'etalon-export-kill-'));
    out = join(folder, 'out');
    await fill('b');
    await fill('a');
    const begun = performance.now();
    await runEtalon(args('a'));
    duration = performance.now() - begun;
  });
  after(async () => {
    await rm(folder, { recursive: true, force: true });
  });

  const random = new PureRandFactory().seeded(2025, 'kill points of exports');
  for (let point = 0; point < POINTS; point += 1) {
    const fraction = random.next();
    const [older, newer] = point % 2 === 0 ? (['a', 'b'] as const) : (['b', 'a'] as const);
    it(`at ${(100 * fraction).toFixed(0)} % leaves the old set, the new one or an interrupted one, which the next completes`, async function () {
      this.timeout(120_000);
      const child = startEtalon(args(newer));
      const closed = once(child, 'close');
      await Promise.race([sleep(fraction * duration), closed]);
      child.kill('SIGKILL');
      await closed;
      expect(await found()).to.be.oneOf([older, newer, 'interrupted']);
      const next = await runEtalon(args(newer));
      expect(next.exitCode, next.stderr).to.equal(0);
      expect(await found()).to.equal(newer);
      expect((await readdir(out)).sort(), 'leftovers').to.deep.equal(FILES);
    });
  }

  it('between the file and its manifest is what a reader sees as interrupted', async () => {
    await runEtalon(args('a'));
    const manifest = await readFile(join(out, 'manifest.json'), 'utf8');
    await runEtalon(args('b'));
    await writeFile(join(out, 'manifest.json'), manifest);
    expect(await found()).to.equal('interrupted');
    await runEtalon(args('b'));
    expect(await found()).to.equal('b');
  });

  it('does not matter to another one into the same place at the same time', async function () {
    this.timeout(120_000);
    const both = await Promise.all([runEtalon(args('a')), runEtalon(args('b'))]);
    expect(both.map(({ exitCode }) => exitCode)).to.deep.equal([0, 0]);
    expect(await found()).to.be.oneOf(['a', 'b']);
    expect((await readdir(out)).sort()).to.deep.equal(FILES);
  });
});
