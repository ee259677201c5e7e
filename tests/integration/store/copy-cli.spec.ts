import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { BSON, MongoClient } from 'mongodb';
import { expect } from 'chai';
import { PureRandFactory } from '#etalon/infrastructure/system/pure-rand-factory.js';
import { databaseName } from '../../support/store-harness.js';
import { mongoServer } from '../../support/mongo-server.js';
import { runEtalon, startEtalon, type CliResult } from '../../support/run-etalon.js';
import { schemaFaults } from '../../support/schema-faults.js';

/** 50 points with ETALON_FULL=1; a few otherwise, because each costs two copies. */
const POINTS = process.env['ETALON_FULL'] === '1' ? 50 : 4;
const PASSWORD = 'sehr-geheim-4711';
const SHARED = join(process.env['ETALON_SHARED_DIR'] ?? '../shared', 'data', 'telegram');

interface Copied {
  readonly ok: boolean;
  readonly collections: readonly Readonly<Record<string, number>>[];
}

describe('etalon store copy', () => {
  let folder: string;
  let data: string;
  before(async function () {
    this.timeout(120_000);
    folder = await mkdtemp(join(tmpdir(), 'etalon-copy-'));
    data = join(folder, 'data');
    const seeded = await etalon(
      'seed',
      '--from',
      'telegram-export',
      '--path',
      'examples/telegram-export',
      '--window-end',
      '2024-12-03',
    );
    expect(seeded.exitCode, seeded.stderr).to.equal(0);
  });
  after(async () => {
    await rm(folder, { recursive: true, force: true });
  });

  const etalon = (...args: string[]): Promise<CliResult> => runEtalon([...args, '--json', '--data-dir', data]);

  it('is completed by the same command when it was killed', async function () {
    this.timeout(60_000 + POINTS * 20_000);
    const to = join(folder, 'killed.db');
    const begun = performance.now();
    const whole = await etalon('store', 'copy', '--to', to);
    const duration = performance.now() - begun;
    expect(await schemaFaults('store-copy', whole.json()), whole.stderr).to.deep.equal([]);
    const random = new PureRandFactory().seeded(2024, 'copy kill points');
    for (let point = 0; point < POINTS; point += 1) {
      for (const file of [to, `${to}-wal`, `${to}-shm`]) await rm(file, { force: true });
      const child = startEtalon(['store', 'copy', '--to', to, '--data-dir', data]);
      const closed = once(child, 'close');
      await Promise.race([sleep((0.3 + 0.6 * random.next()) * duration), closed]);
      child.kill('SIGKILL');
      await closed;
      const next = await etalon('store', 'copy', '--to', to);
      expect(next.exitCode, next.stderr).to.equal(0);
      const { ok, collections } = next.json<Copied>();
      expect(ok).to.equal(true);
      expect(collections.map(({ copied = 0, unchanged = 0 }) => copied + unchanged)).to.deep.equal([150, 150, 0, 0, 1]);
      expect(collections.every(({ replaced }) => replaced === 0)).to.equal(true);
    }
  });

  it('never prints a password, and refuses what is no store', async () => {
    for (const [to, code, exit] of [
      [`mongodb://etalon:${PASSWORD}@127.0.0.1:9/x`, 'STORE_UNAVAILABLE', 1],
      [`mongodb://etalon:${PASSWORD}@127.0.0.1:9/x?nonsense=1`, 'CONFIG_INVALID', 1],
      [`mongodb://etalon:${PASSWORD}@127.0.0.1:9/a%20b`, 'CONFIG_INVALID', 1],
      [`http://etalon:${PASSWORD}@127.0.0.1:9/x`, 'USAGE', 64],
      [join(data, 'etalon.db'), 'STORE_COPY_SAME', 1],
      ['package.json', 'STORE_CORRUPT', 1],
      ['src', 'STORE_CORRUPT', 1],
    ] as const) {
      const env = { ETALON_STORE_TIMEOUT_MS: '1000' };
      const refused = await runEtalon(['store', 'copy', '--to', to, '--json', '--data-dir', data], { env });
      expect([refused.exitCode, refused.error().code, refused.stdout], to).to.deep.equal([exit, code, '']);
      expect(refused.stderr).not.to.contain(PASSWORD);
      if (code === 'CONFIG_INVALID') expect(refused.error().message).to.contain('--to');
    }
    const nothing = await runEtalon(['store', 'copy', '--to', 'x.db', '--json', '--data-dir', join(folder, 'none')]);
    expect([nothing.exitCode, nothing.error().code]).to.deep.equal([1, 'STORE_NOT_FOUND']);
    expect([existsSync('x.db'), existsSync(join(folder, 'none'))]).to.deep.equal([false, false]);
  });

  it('gives the same exports, and what was dumped from there gives the same data set', async function () {
    this.timeout(240_000);
    const server = await mongoServer();
    if (server === undefined) {
      console.log('    skipped: no MongoDB');
      return this.skip();
    }
    const database = databaseName();
    const env = { MONGODB_URL: server.url, DB_NAME: database };
    const client = new MongoClient(server.url);
    try {
      const url = new URL(server.url);
      if (url.username !== '' && !url.searchParams.has('authSource')) url.searchParams.set('authSource', 'admin');
      url.pathname = `/${database}`;
      const copied = await etalon('store', 'copy', '--to', url.href);
      expect(copied.exitCode, copied.stderr).to.equal(0);
      for (const kind of ['digests', 'review-reports']) {
        const [here, there] = [join(folder, `here-${kind}`), join(folder, `there-${kind}`)];
        expect((await etalon('export', kind, '--output', here)).exitCode).to.equal(0);
        const exported = await runEtalon(['export', kind, '--output', there, '--data-dir', join(folder, 'm')], { env });
        expect(exported.exitCode, exported.stderr).to.equal(0);
        expect(await readFile(there, 'utf8')).to.equal(await readFile(here, 'utf8'));
      }
      const dumps: string[] = [];
      for (const collection of ['digests', 'review_reports']) {
        const documents = await client.db(database).collection(collection).find({}, { promoteValues: false }).toArray();
        const lines = documents.map((one) => `${BSON.EJSON.stringify(one, { relaxed: collection === 'digests' })}\n`);
        dumps.push(join(folder, `${collection}.json`));
        await writeFile(dumps.at(-1)!, lines.join(''));
      }
      const fresh = ['--json', '--data-dir', join(folder, 'fresh')];
      const imported = await runEtalon(['dataset', 'import', ...dumps, ...fresh]);
      expect(imported.exitCode, imported.stderr).to.equal(0);
      const adopt = imported.json<{ adopt: string }>().adopt.split(' ').slice(1);
      const adopted = (await runEtalon([...adopt, ...fresh])).json();
      const original = (await etalon('dataset', 'verify')).json();
      expect(adopted['dataset_hash']).to.equal(original['dataset_hash']);
      expect(adopted['scores_hash']).to.equal(original['scores_hash']);
    } finally {
      await client.db(database).dropDatabase();
      await client.close();
    }
  });

  it('copies the data set of real channels', async function () {
    this.timeout(240_000);
    if (!existsSync(SHARED)) {
      console.log(`    skipped: there are no channels in ${SHARED}`);
      return this.skip();
    }
    const real = join(folder, 'real');
    const run = (...args: string[]) => runEtalon([...args, '--json', '--data-dir', real]);
    const seeded = await run('seed', '--from', 'telegram-export', '--path', SHARED, '--window-end', '2024-12-03');
    const copied = await run('store', 'copy', '--to', join(folder, 'real.db'));
    expect(copied.exitCode, `${seeded.stderr}${copied.stderr}`).to.equal(0);
    const [dataset] = copied.json<{ datasets: readonly { dataset_hash: { target: string } }[] }>().datasets;
    expect(dataset?.dataset_hash.target).to.equal(seeded.json()['dataset_hash']);
  });
});
