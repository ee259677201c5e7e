import { spawnSync } from 'node:child_process';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ConfiguredStoreProvider } from '#etalon/infrastructure/persistence/configured-store-provider.js';
import { expect } from 'chai';
import { MongoClient } from 'mongodb';
import { collect, expectCode } from '../../support/expect-code.js';
import { mongoServer, stopMongoServer } from '../../support/mongo-server.js';
import { digest } from '../../support/sample-factory.js';
import { databaseName } from '../../support/store-harness.js';
import { TEST_IDS, TestClock } from '../../support/test-clock.js';

describe('ConfiguredStoreProvider', () => {
  let folder: string;
  const clock = new TestClock();
  const provider = (changes: object = {}): ConfiguredStoreProvider =>
    new ConfiguredStoreProvider(
      { dbName: 'butler', sqliteFile: join(folder, 'data', 'etalon.db'), timeoutMs: 5_000, ...changes },
      clock,
      TEST_IDS,
    );

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'etalon-provider-'));
  });
  afterEach(() => rm(folder, { recursive: true, force: true }));
  after(stopMongoServer);

  it('takes the SQLite file without a URL, and opens it once', async () => {
    const stores = provider({ mongodbUrl: '' });
    const [first, second] = await Promise.all([stores.open(), stores.open()]);
    expect(first).to.equal(second);
    expect(first.kind).to.equal('sqlite');
    expect(first.location).to.equal(join(folder, 'data', 'etalon.db'));
    expect(await stores.openExisting()).to.equal(first);
    await stores.close();
    await stores.close();
  });

  it('creates nothing for readers, and finds the store once it is there', async () => {
    const stores = provider();
    expect(await stores.openExisting()).to.equal(undefined);
    expect(await readdir(folder)).to.deep.equal([]);
    await (await stores.open()).digests.upsertMany([digest(1)]);
    await stores.close();
    const found = await stores.openExisting();
    expect(await collect(found!.digests.stream({}, 'time'))).to.have.length(1);
    const writer = await stores.open();
    await writer.digests.upsertMany([digest(2)]);
    expect(await collect(found!.digests.stream({}, 'time'))).to.have.length(2);
    await stores.close();
  });

  it('tries again after a failure', async () => {
    const stores = provider({ sqliteFile: folder });
    await expectCode('STORE_CORRUPT', stores.open());
    await expectCode('STORE_CORRUPT', stores.open());
    await expectCode('STORE_CORRUPT', stores.openExisting());
    await stores.close();
  });

  it('takes MongoDB with a URL or with a client', async function () {
    const server = await mongoServer();
    if (server === undefined) {
      this.skip();
      return;
    }
    const dbName = databaseName();
    const client = new MongoClient(server.url);
    const byUrl = provider({ mongodbUrl: server.url, dbName });
    expect(await byUrl.openExisting()).to.equal(undefined);
    await (await byUrl.open()).digests.upsertMany([digest(1)]);
    const byClient = provider({ mongoClient: client, dbName });
    const store = (await byClient.openExisting())!;
    expect(store.kind).to.equal('mongodb');
    expect(await collect(store.digests.stream({}, 'time'))).to.have.length(1);
    await byUrl.close();
    await byClient.close();
    await client.db(dbName).dropDatabase();
    await client.close();
    expect(await readdir(folder)).to.deep.equal([]);
  });

  it('loads no driver before a store is opened, and only the one it needs', () => {
    const module = import.meta.resolve('#etalon/infrastructure/persistence/configured-store-provider.js');
    const script = `
      import { createRequire } from 'node:module';
      const loaded = (name) => Object.keys(createRequire(import.meta.url).cache).some((path) => path.includes(name));
      const { ConfiguredStoreProvider } = await import(${JSON.stringify(module)});
      const clock = { now: () => 0, monotonic: () => 0 };
      const settings = { dbName: 'x', sqliteFile: ${JSON.stringify(join(folder, 'etalon.db'))}, timeoutMs: 100 };
      const stores = new ConfiguredStoreProvider(settings, clock, { next: () => 'x' });
      const before = [loaded('/mongodb/'), loaded('/@photostructure/')];
      await (await stores.open()).close();
      console.log(JSON.stringify([before, loaded('/mongodb/lib')]));`;
    const { stdout } = spawnSync(process.execPath, ['--input-type=module', '-e', script]);
    expect(JSON.parse(stdout.toString())).to.deep.equal([[false, false], false]);
  });
});
