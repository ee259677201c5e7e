import { expect } from 'chai';
import type { FingerprintScope } from '#etalon/infrastructure/persistence/mongodb/fingerprint-documents.js';
import { fingerprintOf, hashedHere } from '#etalon/infrastructure/persistence/mongodb/fingerprint-documents.js';
import { MongoConnection } from '#etalon/infrastructure/persistence/mongodb/mongo-connection.js';
import { MongoReader } from '#etalon/infrastructure/persistence/mongodb/mongo-reader.js';
import { MongoStore } from '#etalon/infrastructure/persistence/mongodb/mongo.store.js';
import { mongoServer, stopMongoServer } from '../../../../support/mongo-server.js';
import { digest, digests } from '../../../../support/sample-factory.js';
import { databaseName } from '../../../../support/store-harness.js';
import { TEST_IDS, TestClock } from '../../../../support/test-clock.js';

describe('fingerprintOf', () => {
  let store: MongoStore;
  let connection: MongoConnection;
  let reader: MongoReader;
  before(async function () {
    const server = await mongoServer();
    if (server === undefined) return this.skip();
    const settings = { url: server.url, dbName: databaseName(), timeoutMs: 10_000 };
    store = await MongoStore.open(settings, new TestClock(), TEST_IDS);
    connection = MongoConnection.of(settings);
    reader = new MongoReader(connection, 'digests');
  });
  after(async () => {
    await (connection as MongoConnection | undefined)?.run((db) => db.dropDatabase());
    await (connection as MongoConnection | undefined)?.close();
    await (store as MongoStore | undefined)?.close();
    await stopMongoServer();
  });

  it('sees an edit in every slice of time, hashed by the server or here', async () => {
    await store.digests.upsertMany(digests(30));
    const span = { ...(await store.digests.span({}))!, count: 70_000 };
    const scope: FingerprintScope = { kind: 'digests', query: {}, dateField: 'created_at', span };
    const both = (): Promise<readonly string[]> =>
      Promise.all([fingerprintOf(reader, scope), hashedHere(reader, scope)]);
    const seen = new Set<string>();
    for (const changed of [undefined, 0, 9, 17, 29]) {
      if (changed !== undefined) await store.digests.upsertMany([digest(changed, { summaryMarkdown: 'Другое.' })]);
      const prints = await both();
      expect(await both()).to.deep.equal(prints);
      for (const print of prints) seen.add(print);
    }
    expect(seen.size).to.equal(10);
    expect(JSON.parse(await fingerprintOf(reader, scope))).to.have.length(4);
  });
});
