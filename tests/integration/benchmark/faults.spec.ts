import { spawnSync } from 'node:child_process';
import { mkdir, mkdtemp, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { gzipSync } from 'node:zlib';
import { expect } from 'chai';
import { mongoServer } from '../../support/mongo-server.js';
import { runEtalon } from '../../support/run-etalon.js';
import { mongoEnvironment } from '../../support/store-environments.js';
import { TcpProxy } from '../../support/tcp-proxy.js';
import type { RunJson } from './benchmark-process.js';
import {
  exportedLongDigests,
  resultsOf,
  resumed,
  runArguments,
  saidBy,
  startedRun,
  textOf,
} from './benchmark-process.js';

const SAMPLES = 800;

function errorIn(stderr: string) {
  const { error } = JSON.parse(stderr.trim().split('\n').at(-1)!) as {
    error: { code: string; hint: string; exit_code: number; details: Record<string, unknown> };
  };
  return error;
}

describe('a benchmark run in trouble', function () {
  this.timeout(120_000);
  let folder: string;
  let dataset: string;
  let undisturbed: object;
  const data = (name = 'data') => join(folder, name);

  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'etalon-trouble-'));
    dataset = await exportedLongDigests(folder, SAMPLES);
    undisturbed = saidBy((await runEtalon(runArguments(dataset, data('whole')))).json());
  });
  after(async () => {
    await rm(folder, { recursive: true, force: true });
  });

  it('at Ctrl-C says how to go on, and does', async () => {
    const { child, registered, closed, output } = startedRun(runArguments(dataset, data()));
    await registered;
    await sleep(200);
    child.kill('SIGINT');
    await closed;
    expect(child.exitCode, output().stderr).to.equal(130);
    const { details, hint } = errorIn(output().stderr);
    const id = details['run_id'] as string;
    expect(hint).to.include(`--resume ${id}`);
    const shown = await runEtalon(['benchmark', 'show', id, '--json', '--data-dir', data()]);
    expect(shown.json()).to.include({ status: 'interrupted', verdict: null });
    expect(shown.json<{ preregistration: { hash: string } }>().preregistration.hash).to.match(/^[0-9a-f]{64}$/u);
    const next = await resumed(id, data());
    expect(saidBy(next.json())).to.deep.equal(undisturbed);
    const again = await resumed(id, data());
    expect([again.exitCode, again.error().code]).to.deep.equal([1, 'RUN_FINISHED']);
  });

  it('beside another run of the same changes nothing for either', async () => {
    const both = await Promise.all([1, 2].map(() => runEtalon(runArguments(dataset, data('both')))));
    for (const run of both) expect(saidBy(run.json()), run.stderr).to.deep.equal(undisturbed);
    expect(new Set(both.map((run) => run.json<RunJson>().run_id)).size).to.equal(2);
  });

  it('is resumed by one process alone', async () => {
    const { child, registered, closed } = startedRun(runArguments(dataset, data('twice')));
    const id = await registered;
    // It holds the run for as long as this takes, however fast it judges.
    child.kill('SIGSTOP');
    const refused = await resumed(id, data('twice'));
    expect([refused.exitCode, refused.error().code]).to.deep.equal([1, 'RUN_BUSY']);
    child.kill('SIGKILL');
    await closed;
    const both = await Promise.all([1, 2].map(() => resumed(id, data('twice'))));
    const codes = both.map((run) => (run.stdout === '' ? run.error().code : run.json<RunJson>().status)).sort();
    expect(codes[1], JSON.stringify(codes)).to.equal('completed');
    expect(codes[0]).to.be.oneOf(['RUN_BUSY', 'RUN_FINISHED']);
  });

  it('does not take results for stored when the SQLite file was taken away, and goes on when it is back', async () => {
    const { child, registered, closed, output } = startedRun(runArguments(dataset, data('lost')));
    const id = await registered;
    const file = join(data('lost'), 'etalon.db');
    await rename(file, `${file}.away`);
    await closed;
    expect(child.exitCode, output().stderr).to.equal(1);
    expect(errorIn(output().stderr)).to.include({ code: 'STORE_UNAVAILABLE' });
    expect(output().stdout).to.equal('');
    await rm(file, { force: true });
    await rename(`${file}.away`, file);
    expect(saidBy((await resumed(id, data('lost'))).json())).to.deep.equal(undisturbed);
  });

  it('says that the disk is full, and goes on when there is room', async function () {
    const disk = join(folder, 'disk');
    await mkdir(disk);
    if (spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=500k', 'tmpfs', disk]).status !== 0) {
      console.log('skipped: mounting a small disk needs root and mount(8)');
      this.skip();
    }
    try {
      const { child, registered, closed, output } = startedRun(runArguments(dataset, join(disk, 'data')));
      const id = await registered;
      await closed;
      expect(child.exitCode, output().stderr).to.equal(1);
      expect(errorIn(output().stderr)).to.include({ code: 'DISK_FULL' });
      spawnSync('mount', ['-o', 'remount,size=64m', disk]);
      const next = await resumed(id, join(disk, 'data'));
      expect(saidBy(next.json()), next.stderr).to.deep.equal(undisturbed);
    } finally {
      spawnSync('umount', [disk]);
    }
  });

  it('loses its MongoDB in the middle, says so, and goes on when it is back', async function () {
    const server = await mongoServer();
    if (server === undefined) this.skip();
    const environment = mongoEnvironment(server.url);
    const at = new URL(server.url);
    const proxy = await TcpProxy.to(at.hostname, Number(at.port || 27_017));
    at.host = `127.0.0.1:${proxy.port}`;
    at.searchParams.set('directConnection', 'true');
    const env = { ...environment.env, MONGODB_URL: at.href, ETALON_STORE_TIMEOUT_MS: '2000' };
    try {
      const { child, registered, closed, output } = startedRun(runArguments(dataset, data('mongo')), { env });
      const id = await registered;
      await sleep(300);
      proxy.set({ kind: 'cut' });
      await closed;
      expect(child.exitCode, output().stderr).to.equal(1);
      const { code, details, hint } = errorIn(output().stderr);
      expect(code).to.equal('STORE_UNAVAILABLE');
      expect(details['run_id']).to.equal(id);
      expect(hint).to.include(`--resume ${id}`);
      proxy.set({ kind: 'none' });
      const known = (await resultsOf(id, data('mongo'), { env })).split('\n').length - 1;
      expect(known).to.be.lessThan(SAMPLES);
      const next = await resumed(id, data('mongo'), { env });
      expect(saidBy(next.json()), next.stderr).to.deep.equal(undisturbed);
    } finally {
      proxy.set({ kind: 'none' });
      await proxy.close();
      await environment.drop();
    }
  });

  it('reads a data set that was packed with gzip; one that is damaged is refused', async () => {
    const packed = gzipSync(await textOf(dataset));
    const path = join(folder, 'digests.jsonl.gz');
    await writeFile(path, packed);
    const run = await runEtalon([...runArguments(path, data('packed')), '--limit', '20']);
    expect(run.json<RunJson>().samples, run.stderr).to.include({ total: 20 });
    await writeFile(path, packed.subarray(0, packed.length / 2));
    const refused = await runEtalon(runArguments(path, data('packed')));
    expect([refused.exitCode, refused.error().code]).to.deep.equal([1, 'BENCHMARK_DATASET_INVALID']);
    await writeFile(path, Buffer.from([0x28, 0xb5, 0x2f, 0xfd, 0, 0, 0]));
    const zstd = await runEtalon(runArguments(path, data('packed')));
    expect([zstd.exitCode, zstd.error().code]).to.deep.equal([1, 'BENCHMARK_DATASET_INVALID']);
  });
});
