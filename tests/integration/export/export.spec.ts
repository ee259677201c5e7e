import { createHash } from 'node:crypto';
import { spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { chmod, mkdir, readFile, readdir, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { expect } from 'chai';
import type { Spotcheck } from '#etalon/domain/dataset/spotcheck/spotcheck.js';
import type { ExportManifest } from '#etalon/domain/export/export-manifest.js';
import { SystemClock } from '#etalon/infrastructure/system/system-clock.js';
import { CryptoIdGenerator } from '#etalon/infrastructure/system/crypto-id-generator.js';
import type { StoreSettings } from '#etalon/infrastructure/persistence/configured-store-provider.js';
import { ConfiguredStoreProvider } from '#etalon/infrastructure/persistence/configured-store-provider.js';
import { mongoServer, stopMongoServer } from '../../support/mongo-server.js';
import { mongoEnvironment } from '../../support/store-environments.js';
import { toSampleDocument } from '#etalon/infrastructure/persistence/documents/sample-document.mapper.js';
import { MAIN, runEtalon, startEtalon } from '../../support/run-etalon.js';
import { digest, report } from '../../support/samples.js';
import { inTemporaryFolder } from '../../support/temporary-folder.js';

/** Puts so many digests, and as many review reports, into the store of these settings. */
async function fill(settings: StoreSettings, count: number): Promise<void> {
  const clock = new SystemClock();
  const provider = new ConfiguredStoreProvider(settings, clock, new CryptoIdGenerator(clock));
  const store = await provider.open();
  const numbers = Array.from({ length: count }, (_, index) => index);
  const day = (number: number): number => (number % 28) + 1;
  await store.digests.upsertMany(numbers.map((n) => digest(day(n), { id: `digest-${n}` })));
  await store.reviewReports.upsertMany(numbers.map((n) => report(day(n), { id: `review-${n}` })));
  await provider.close();
}

function sqliteIn(folder: string): StoreSettings {
  return { dbName: 'butler', sqliteFile: join(folder, 'etalon.db'), timeoutMs: 10_000 };
}

/** A data folder with a real SQLite store of so many digests, and as many review reports. */
async function withStore(count: number, work: (data: string) => Promise<void>): Promise<void> {
  await inTemporaryFolder(async (folder) => {
    await fill(sqliteIn(folder), count);
    await work(folder);
  });
}

function sha256(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}

async function hasTemporary(folder: string): Promise<boolean> {
  return (await readdir(folder)).some((name) => name.endsWith('.tmp'));
}

describe('etalon export, over SQLite', () => {
  it('warns once of a data set that has changed, and of a file that is listed no more', async () => {
    await withStore(10, async (data) => {
      const at = ['--data-dir', data];
      await runEtalon(['dataset', 'adopt', '--window-end', '2024-12-28', ...at]);
      await runEtalon(['export', 'review-reports', ...at]);
      await fill(sqliteIn(data), 11);
      const { exitCode, stderr } = await runEtalon(['export', 'digests', ...at]);
      expect(exitCode, stderr).to.equal(0);
      expect(stderr.match(/The data set default holds other documents/gu)).to.have.length(1);
      expect(stderr.match(/review_reports\.jsonl/gu)).to.have.length(1);
      expect(stderr).not.to.include('"level"');
    });
  });

  it('gives the same bytes twice, and the hashes of its manifest', async () => {
    await withStore(60, async (data) => {
      const folder = join(data, 'benchmarks/exports/2024-12-28');
      const run = async (): Promise<ReadonlyMap<string, string>> => {
        for (const kind of ['digests', 'review-reports']) {
          const { exitCode, stderr } = await runEtalon(['export', kind, '--data-dir', data]);
          expect(exitCode, stderr).to.equal(0);
        }
        const names = (await readdir(folder)).sort();
        const hashes = await Promise.all(names.map(async (name) => sha256(await readFile(join(folder, name)))));
        return new Map(names.map((name, index) => [name, hashes[index]!]));
      };
      const first = await run();
      expect([...first.keys()]).to.deep.equal([
        'digests.jsonl',
        'manifest.json',
        'review_reports.jsonl',
        'schema_validation.json',
      ]);
      expect(await run()).to.deep.equal(first);
      const manifest = JSON.parse(await readFile(join(folder, 'manifest.json'), 'utf8')) as ExportManifest;
      for (const file of manifest.files) expect(file.sha256).to.equal(first.get(file.path));
    });
  });

  it('never replaces the store, nor takes a folder for a file, whatever option names it', async () => {
    await withStore(3, async (data) => {
      const store = join(data, 'etalon.db');
      const before = [sha256(await readFile(store)), await lasting(data)];
      const run = ['benchmark', 'run', '--scenario', 'channel_digest_ru'];
      for (const args of [
        ['export', 'digests', '--output', store],
        ['export', 'digests', '--output', `${data}/out/`],
        ['export', 'digests', '--metrics-file', store],
        ['export', 'digests', '--metrics-file', `${data}/out/`],
        [...run, '--output', store],
        ['benchmark', 'report', 'RUN', '--html', store],
      ]) {
        const result = await runEtalon([...args, '--data-dir', data, '--json']);
        expect([result.exitCode, result.error().code], args.join(' ')).to.deep.equal([64, 'USAGE']);
      }
      expect([sha256(await readFile(store)), await lasting(data)]).to.deep.equal(before);
    });
  });

  it('refuses what it cannot use, touching nothing', async () => {
    await withStore(3, async (data) => {
      const cases: readonly (readonly [number, string, readonly string[]])[] = [
        [64, 'USAGE', ['--hours', '5', '--from', '2024-12-01']],
        [64, 'USAGE', ['--from', '2024-02-30']],
        [64, 'USAGE', ['--sample', '5']],
        [64, 'USAGE', ['--limit', '0']],
        [64, 'USAGE', ['--output', 'manifest.json']],
        [1, 'EXPORT_CHANNEL_UNKNOWN', ['--channel', '@city', '--channel', '@nobody']],
        [1, 'EXPORT_EMPTY', ['--from', '2030-01-01']],
        [1, 'DATASET_NOT_FOUND', ['--name', 'nobody']],
        [1, 'FILE_WRITE_FAILED', ['--output', data]],
        [1, 'DISK_FULL', ['--output', '/dev/full']],
        [1, 'FILE_WRITE_FAILED', ['--output', '/proc/etalon/x.jsonl']],
      ];
      for (const [exitCode, code, options] of cases) {
        const result = await runEtalon(['export', 'digests', '--json', '--data-dir', data, ...options]);
        expect([result.exitCode, result.error().code], options.join(' ')).to.deep.equal([exitCode, code]);
        expect(result.stdout).to.equal('');
      }
      expect((await readdir(data)).filter((name) => !name.startsWith('etalon.db'))).to.deep.equal([]);
    });
  });

  it('finds no store and makes none', async () => {
    await inTemporaryFolder(async (data) => {
      const result = await runEtalon(['export', 'digests', '--json', '--data-dir', data]);
      expect([result.exitCode, result.error().code]).to.deep.equal([1, 'EXPORT_EMPTY']);
      expect(await readdir(data)).to.deep.equal([]);
    });
  });

  it('writes through a link, and into a pipe without a manifest', async () => {
    await withStore(3, async (data) => {
      await mkdir(join(data, 'real'));
      await writeFile(join(data, 'real', 'x.jsonl'), 'old');
      await symlink(join(data, 'real', 'x.jsonl'), join(data, 'link'));
      const linked = await runEtalon(['export', 'digests', '--data-dir', data, '--output', join(data, 'link')]);
      expect(linked.exitCode, linked.stderr).to.equal(0);
      expect((await readdir(join(data, 'real'))).sort()).to.deep.equal([
        'manifest.json',
        'schema_validation.json',
        'x.jsonl',
      ]);
      const line = `"${process.execPath}" "${MAIN}" export digests --data-dir "${data}" --output /dev/stdout | cat`;
      const piped = spawnSync('sh', ['-c', line], { encoding: 'utf8', env: { PATH: process.env['PATH'] } });
      expect(piped.stdout).to.equal(await readFile(join(data, 'real', 'x.jsonl'), 'utf8'));
      expect(piped.stderr).to.contain('the output is not a file');
      const whole = `(echo first; "${process.execPath}" "${MAIN}" export digests --data-dir "${data}" --output /dev/stdout; echo last)`;
      spawnSync('sh', ['-c', `mkdir "${data}/to"; echo old > "${data}/to/a"; ${whole} >> "${data}/to/a"`], {
        env: { PATH: process.env['PATH'] },
      });
      expect(await readFile(join(data, 'to', 'a'), 'utf8')).to.equal(`old\nfirst\n${piped.stdout}last\n`);
      expect(await readdir(join(data, 'to'))).to.deep.equal(['a']);
      for (const args of [
        ['--output', '/dev/stdout', '--json'],
        ['--output', '-'],
        ['--output', join(data, 'x.jsonl.gz')],
      ])
        expect((await runEtalon(['export', 'digests', '--data-dir', data, ...args])).exitCode, args.join(' ')).to.equal(
          64,
        );
    });
  });

  it("replaces no neighbour that is somebody else's", async () => {
    await withStore(3, async (data) => {
      for (const name of ['manifest.json', 'schema_validation.json']) {
        const folder = join(data, `of-${name}`);
        await mkdir(folder);
        await writeFile(join(folder, name), '{"manifest_version": 3, "name": "an extension"}');
        const refused = await runEtalon(['export', 'digests', '--data-dir', data, '--output', join(folder, 'x.jsonl')]);
        expect([refused.exitCode, await readdir(folder)]).to.deep.equal([64, [name]]);
        expect(refused.stderr).to.contain(`would replace ${name} beside it`);
      }
    });
  });

  it('takes the channel that was named, whatever its case', async () => {
    await withStore(1, async (data) => {
      const at = ['--data-dir', data];
      const names = ['@team', '@Team', 'team'];
      const documents = names.map((channel, index) => ({
        ...toSampleDocument(digest(index + 1, { channel, id: `d-${index}` })),
      }));
      await writeFile(join(data, 'in.json'), documents.map((document) => JSON.stringify(document)).join('\n'));
      expect((await runEtalon(['dataset', 'import', join(data, 'in.json'), ...at])).exitCode).to.equal(0);
      for (const [asked, found] of [
        ['@Team', '@Team'],
        ['team', 'team'],
        ['@TEAM', '@team'],
      ]) {
        const output = join(data, 'out', 'x.jsonl');
        const ran = await runEtalon(['export', 'digests', '--channel', asked!, '--output', output, ...at]);
        expect(ran.exitCode, ran.stderr).to.equal(0);
        expect(JSON.parse(await readFile(output, 'utf8'))).to.include({ channel: found });
      }
    });
  });

  it('is refused by a read-only folder', async function () {
    if (process.getuid?.() === 0) {
      console.log('skipped: root may write read-only folders');
      this.skip();
    }
    await withStore(3, async (data) => {
      await mkdir(join(data, 'locked'));
      await chmod(join(data, 'locked'), 0o500);
      const output = join(data, 'locked', 'x.jsonl');
      const result = await runEtalon(['export', 'digests', '--json', '--data-dir', data, '--output', output]);
      expect(result.error().code).to.equal('FILE_WRITE_FAILED');
    });
  });

  it('leaves no half file when it is killed, and the next export sweeps what was left', async () => {
    await withStore(8000, async (data) => {
      const output = join(data, 'out', 'digests.jsonl');
      const args = ['export', 'digests', '--data-dir', data, '--output', output];
      await runEtalon(args);
      const whole = sha256(await readFile(output));
      let leftovers = 0;
      for (const delay of [0, 10, 30, 60]) {
        const child = startEtalon(args);
        const ended = once(child, 'exit');
        while (child.exitCode === null && !(await hasTemporary(join(data, 'out')))) await setTimeout(1);
        await setTimeout(delay);
        child.kill('SIGKILL');
        await ended;
        if (await hasTemporary(join(data, 'out'))) leftovers += 1;
        expect(sha256(await readFile(output))).to.equal(whole);
      }
      expect(leftovers).to.be.greaterThan(0);
      expect((await runEtalon(args)).exitCode).to.equal(0);
      expect((await readdir(join(data, 'out'))).sort()).to.deep.equal([
        'digests.jsonl',
        'manifest.json',
        'schema_validation.json',
      ]);
    });
  });

  it('checks its schemas, and sees one that drifted', async () => {
    await inTemporaryFolder(async (folder) => {
      expect((await runEtalon(['export', 'schema', '--check'])).exitCode).to.equal(0);
      await mkdir(join(folder, 'config', 'schemas'), { recursive: true });
      await writeFile(join(folder, 'config', 'schemas', 'digest-export.schema.json'), '{}');
      const drifted = await runEtalon(['export', 'schema', '--check', '--json'], { cwd: folder });
      expect(drifted.exitCode).to.equal(2);
      expect(drifted.json()).to.deep.include({ ok: false });
    });
  });
});

describe('etalon spotcheck, over SQLite', () => {
  it('draws, is signed, and is stale when there is nothing to sign', async () => {
    await withStore(10, async (data) => {
      const etalon = (...args: string[]) => runEtalon([...args, '--json', '--data-dir', data]);
      const sign = ['spotcheck', 'sign', '--reviewer', 'Анна', '--role', 'analyst', '--verdict'];
      expect((await etalon(...sign, 'ok')).error().code).to.equal('DATASET_NOT_FOUND');
      expect((await etalon('spotcheck', 'sample')).error().code).to.equal('DATASET_NOT_FOUND');
      const adopted = await etalon('dataset', 'adopt', '--name', 'default', '--window-end', '2024-12-28');
      expect([adopted.exitCode, adopted.stderr]).to.deep.equal([2, '']);
      expect((await etalon(...sign, 'ok')).error().code).to.equal('SPOTCHECK_NOT_FOUND');
      const drawn = await etalon('spotcheck', 'sample', '--seed', '5', '--per-channel', '2');
      expect(drawn.json<{ samples: unknown[] }>().samples).to.have.length(4);
      expect((await etalon(...sign, 'ok')).exitCode).to.equal(0);
      expect((await etalon(...sign, 'rework')).exitCode).to.equal(2);
      expect((await etalon(...sign, 'maybe')).exitCode).to.equal(64);
      const folder = drawn.json()['folder'] as string;
      const signedAtOnce = [1, 2, 3].map(() => etalon(...sign, 'ok', '--name', 'default'));
      expect((await Promise.all(signedAtOnce)).map(({ exitCode }) => exitCode)).to.deep.equal([0, 0, 0]);
      const { sign_offs } = JSON.parse(await readFile(join(folder, 'ru_spotcheck.json'), 'utf8')) as Spotcheck;
      expect(sign_offs).to.have.length(5);
      const other = await etalon('spotcheck', 'sample', '--seed', '6', '--per-channel', '2');
      expect(await readFile(other.json()['kept'] as string, 'utf8')).to.contain('Анна');
    });
  });
});

describe('etalon export, over MongoDB', () => {
  after(stopMongoServer);

  it('gives the bytes that SQLite gives', async function () {
    const server = await mongoServer();
    if (server === undefined) return this.skip();
    const environment = mongoEnvironment(server.url);
    await withStore(100, async (data) => {
      const { DB_NAME: dbName = '' } = environment.env;
      await fill({ ...sqliteIn(data), mongodbUrl: server.url, dbName }, 100);
      for (const kind of ['digests', 'review-reports']) {
        const hashes = [];
        for (const env of [{}, environment.env]) {
          const args = ['export', kind, '--json', '--data-dir', data, '--seed', '7', '--sample', '60'];
          const result = await runEtalon(args, { env });
          expect(result.exitCode, result.stderr).to.equal(0);
          hashes.push(result.json()['sha256']);
        }
        expect(hashes[0]).to.equal(hashes[1]);
      }
    }).finally(() => environment.drop());
  });
});

/** The files of a folder but for those that SQLite keeps only while a store is open. */
async function lasting(folder: string): Promise<readonly string[]> {
  return (await readdir(folder)).filter((name) => !/-(?:wal|shm)$/.test(name));
}
