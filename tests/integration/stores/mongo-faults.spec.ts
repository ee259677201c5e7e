import { inspect } from 'node:util';
import { MongoClient } from 'mongodb';
import { expect } from 'chai';
import type { EtalonError } from '#etalon/domain/errors/etalon-error.js';
import { MongoStore } from '#etalon/infrastructure/persistence/mongodb/mongo.store.js';
import { collect, expectCode } from '../../support/expect-code.js';
import { mongoServer, stopMongoServer } from '../../support/mongo-server.js';
import { digest, digests } from '../../support/sample-factory.js';
import { databaseName } from '../../support/store-harness.js';
import { TcpProxy } from '../../support/tcp-proxy.js';
import { TEST_IDS, TestClock } from '../../support/test-clock.js';

const CLOCK = new TestClock();
const TIMEOUT_MS = 700;
const SECRET = 'sehr geheim/@:%';

function expectNoSecret(error: EtalonError, ...secrets: readonly string[]): void {
  const everything = inspect(error, { depth: 10, showHidden: true });
  for (const secret of secrets) expect(everything).not.to.include(secret);
}

describe('MongoDB store with a bad network', () => {
  let serverUrl: URL;
  let proxy: TcpProxy;
  let isThere = false;
  let url: string;
  let dbName: string;
  let client: MongoClient;
  const opened: MongoStore[] = [];

  const open = async (timeoutMs = TIMEOUT_MS): Promise<MongoStore> => {
    const store = await MongoStore.open({ url, dbName, timeoutMs }, CLOCK, TEST_IDS);
    opened.push(store);
    return store;
  };
  const setUp = async (): Promise<MongoStore> => {
    const store = await open(10_000);
    await store.close();
    return open();
  };

  beforeEach(async function () {
    const server = await mongoServer();
    if (server === undefined) {
      this.skip();
      return;
    }
    serverUrl = new URL(server.url);
    proxy = await TcpProxy.to(serverUrl.hostname, Number(serverUrl.port || 27_017));
    const through = new URL(server.url);
    through.host = `127.0.0.1:${proxy.port}`;
    through.searchParams.set('directConnection', 'true');
    url = through.href;
    dbName = databaseName();
    client = new MongoClient(server.url);
    isThere = true;
  });

  afterEach(async () => {
    if (!isThere) return;
    for (const store of opened.splice(0)) await store.close();
    await proxy.close();
    await client.db(dbName).dropDatabase();
    await client.close();
  });

  after(stopMongoServer);

  it('says so when nobody answers, soon and without the password', async () => {
    proxy.set({ kind: 'cut' });
    const started = performance.now();
    const error = await expectCode('STORE_UNAVAILABLE', open());
    expect(performance.now() - started).to.be.below(3 * TIMEOUT_MS);
    expect(error.message).to.include(`127.0.0.1:${proxy.port}/${dbName}`);
    if (serverUrl.password !== '') expectNoSecret(error, serverUrl.password);
  });

  it('says so when the server refuses the password, and does not print it', async function () {
    if (serverUrl.password === '') {
      console.log('skipped: the server has no authentication');
      this.skip();
    }
    const wrong = new URL(url);
    wrong.password = encodeURIComponent(SECRET);
    url = wrong.href;
    const error = await expectCode('STORE_AUTH_FAILED', open());
    expectNoSecret(error, SECRET, encodeURIComponent(SECRET), 'geheim');
  });

  it('says so when credentials are missing', async function () {
    if (serverUrl.password === '') {
      console.log('skipped: the server has no authentication');
      this.skip();
    }
    url = `mongodb://127.0.0.1:${proxy.port}/`;
    await expectCode('STORE_AUTH_FAILED', open());
  });

  it('does not print the password of a URL that is none', async () => {
    for (const broken of [`mongodb://u:${SECRET}@h:1/`, `http://u:geheim@h/`, `mongodb://u:geheim@h:99999/?nope=1`]) {
      url = broken;
      expectNoSecret(await expectCode('CONFIG_INVALID', open()), SECRET, 'geheim');
    }
  });

  it('waits for a server that is slow, as long as it is not too slow', async () => {
    const store = await setUp();
    proxy.set({ kind: 'slow', milliseconds: 60 });
    expect((await store.digests.upsertMany(digests(50))).inserted).to.equal(50);
    expect(await collect(store.digests.stream({}, 'time'))).to.have.length(50);
    proxy.set({ kind: 'slow', milliseconds: 3 * TIMEOUT_MS });
    await expectCode('STORE_UNAVAILABLE', collect(store.digests.stream({}, 'time')));
  });

  it('gives up on a server that is frozen, and goes on when it thaws', async () => {
    const store = await setUp();
    await store.digests.upsertMany(digests(5));
    proxy.set({ kind: 'frozen' });
    const started = performance.now();
    await expectCode('STORE_UNAVAILABLE', store.digests.upsertMany(digests(10)));
    await expectCode('STORE_UNAVAILABLE', collect(store.digests.stream({}, 'time')));
    expect(performance.now() - started).to.be.below(6 * TIMEOUT_MS);
    await expectCode('STORE_UNAVAILABLE', open());
    proxy.set({ kind: 'none' });
    const next = await open(10_000);
    const { inserted, unchanged } = await next.digests.upsertMany(digests(10));
    expect(inserted + unchanged).to.equal(10);
    expect(await collect(next.digests.stream({}, 'channel'))).to.have.length(10);
  });

  it('leaves whole documents when the connection is cut in the middle, and the next run completes', async () => {
    const store = await setUp();
    const samples = digests(3_000);
    const writing = store.digests.upsertMany(samples);
    setTimeout(() => {
      proxy.set({ kind: 'cut' });
    }, 150);
    await expectCode('STORE_UNAVAILABLE', writing);
    proxy.set({ kind: 'none' });
    const next = await open(10_000);
    const there = await collect(next.digests.stream({}, 'time'));
    expect(there.length).to.be.below(samples.length);
    const byId = new Map(samples.map((sample) => [sample.id, sample]));
    for (const sample of there) expect(sample).to.deep.equal(byId.get(sample.id));
    const { inserted, updated } = await next.digests.upsertMany(samples);
    expect(updated).to.equal(0);
    expect(inserted).to.be.above(0);
    const span = await collect(next.digests.stream({}, 'time'));
    expect(span).to.have.length(samples.length);
  });

  it('fails a reader whose connection is cut or whose answer is cut short', async () => {
    const store = await setUp();
    await client.db(dbName).collection('digests').deleteMany({});
    await (await open(10_000)).digests.upsertMany(digests(1_000));
    for (const fault of [{ kind: 'cut' }, { kind: 'half', bytes: 300 }] as const) {
      let seen = 0;
      const reading = (async () => {
        for await (const { id } of store.digests.stream({}, 'time')) {
          seen += id === '' ? 0 : 1;
          if (seen === 10) proxy.set(fault);
        }
      })();
      await expectCode('STORE_UNAVAILABLE', reading);
      expect(seen).to.be.within(10, 999);
      proxy.set({ kind: 'none' });
      expect(await collect(store.digests.stream({}, 'time'))).to.have.length(1_000);
    }
  });

  it('loses the lock with an error when the server is away', async () => {
    const store = await setUp();
    const clock = new TestClock();
    const locked = await MongoStore.open({ url, dbName, timeoutMs: TIMEOUT_MS }, clock, TEST_IDS);
    opened.push(locked);
    await locked.lock.hold('seed', async (held) => {
      clock.advance(20_000);
      proxy.set({ kind: 'cut' });
      await expectCode('STORE_UNAVAILABLE', held.assertHeld());
      proxy.set({ kind: 'none' });
      await held.assertHeld();
    });
    await store.lock.hold('next', () => Promise.resolve());
  });

  it('works on a client that was handed in, and leaves it open', async () => {
    const own = new MongoClient(url);
    const store = await MongoStore.open({ client: own, dbName, timeoutMs: 5_000 }, CLOCK, TEST_IDS);
    await store.digests.upsertMany([digest(1)]);
    await store.close();
    expect(await own.db(dbName).collection('digests').countDocuments()).to.equal(1);
    expect(store.location).to.equal(`mongodb://127.0.0.1:${proxy.port}/${dbName}`);
    await own.close();
  });

  it('opens only what is there', async () => {
    const settings = { url, dbName, timeoutMs: 5_000 };
    expect(await MongoStore.openExisting(settings, CLOCK, TEST_IDS)).to.equal(undefined);
    expect(await client.db(dbName).listCollections().toArray()).to.deep.equal([]);
    await (await open(5_000)).digests.upsertMany([digest(1)]);
    const found = await MongoStore.openExisting(settings, CLOCK, TEST_IDS);
    opened.push(found!);
    expect(await collect(found!.digests.stream({}, 'time'))).to.have.length(1);
  });

  it('keeps the indexes and names that a team already has', async () => {
    const collection = client.db(dbName).collection('digests');
    await collection.createIndexes([{ key: { digest_id: 1 }, name: 'by_team' }]);
    const _id = (await collection.insertOne({ digest_id: 'd', channel: '@c', created_at: new Date(), summary: 's' }))
      .insertedId;
    const store = await open(5_000);
    const names = (await collection.indexes()).map(({ name }) => name);
    expect(names).to.include('by_team').and.have.length(4);
    await store.digests.upsertMany([digest(1, { id: 'd' })]);
    expect((await collection.findOne({ digest_id: 'd' }))?._id).to.deep.equal(_id);
  });

  it('refuses a store of a newer version', async () => {
    await (await open(5_000)).close();
    await client
      .db(dbName)
      .collection('etalon_meta')
      .updateMany({}, { $set: { version: 2 } });
    await expectCode('STORE_TOO_NEW', open(5_000));
    await expectCode('STORE_TOO_NEW', MongoStore.openExisting({ url, dbName, timeoutMs: 5_000 }, CLOCK, TEST_IDS));
  });
});
