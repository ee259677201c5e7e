import { readdir } from 'node:fs/promises';
import { MongoClient } from 'mongodb';
import { expect } from 'chai';
import { ExportSamplesUseCase } from '#etalon/application/export/export-samples.use-case.js';
import { JsonlExportWriter } from '#etalon/infrastructure/jsonl/export-writer.js';
import { MongoStore } from '#etalon/infrastructure/persistence/mongodb/mongo.store.js';
import { exportPorts } from '../../support/export-ports.js';
import { failureOf } from '../../support/failure-of.js';
import { MemoryStore } from '../../support/memory-store.js';
import { mongoServer, stopMongoServer } from '../../support/mongo-server.js';
import { digests } from '../../support/sample-factory.js';
import { databaseName } from '../../support/store-harness.js';
import type { Fault } from '../../support/tcp-proxy.js';
import { TcpProxy } from '../../support/tcp-proxy.js';
import { inTemporaryFolder } from '../../support/temporary-folder.js';
import { TEST_IDS, TestClock } from '../../support/test-clock.js';

/** Several batches of a cursor. */
const RECORDS = 1500;
const TIMEOUT_MS = 1000;
const SETTINGS = { createdBy: 'etalon 1.2.3', defaultTimezone: 'Europe/Moscow' };

describe('An export that loses its cursor', () => {
  let proxy: TcpProxy;
  let url: string;
  let direct: MongoClient | undefined;
  const dbName = databaseName();
  const open = (place: string, timeoutMs: number): Promise<MongoStore> =>
    MongoStore.open({ url: place, dbName, timeoutMs }, new TestClock(), TEST_IDS);

  before(async function () {
    const server = await mongoServer();
    if (server === undefined) return this.skip();
    const place = new URL(server.url);
    proxy = await TcpProxy.to(place.hostname, Number(place.port || 27_017));
    place.host = `127.0.0.1:${proxy.port}`;
    place.searchParams.set('directConnection', 'true');
    url = place.href;
    direct = new MongoClient(server.url);
    const store = await open(server.url, 20_000);
    await store.digests.upsertMany(digests(RECORDS));
    await store.close();
  });
  after(async () => {
    await (proxy as TcpProxy | undefined)?.close();
    await direct?.db(dbName).dropDatabase();
    await direct?.close();
    await stopMongoServer();
  });

  for (const fault of [{ kind: 'cut' }, { kind: 'frozen' }] satisfies Fault[]) {
    it(`in the middle (${fault.kind}) says so, leaves no file, and works again afterwards`, async () => {
      const store = await open(url, TIMEOUT_MS);
      await inTemporaryFolder(async (folder) => {
        const ports = exportPorts(new MemoryStore(), folder);
        const stores = { ...ports.stores, openExisting: () => Promise.resolve(store) };
        const real = new JsonlExportWriter();
        const writer = {
          open: async (path: string) => {
            proxy.set(fault);
            return await real.open(path);
          },
        };
        const breaking = new ExportSamplesUseCase({ ...ports, stores, writer }, SETTINGS);
        expect((await failureOf(breaking.execute({ kind: 'digests' }))).code).to.equal('STORE_UNAVAILABLE');
        expect(await readdir(folder)).to.deep.equal([]);
        proxy.set({ kind: 'none' });
        const whole = new ExportSamplesUseCase({ ...ports, stores }, SETTINGS);
        const again = await whole.execute({ kind: 'digests' }).catch(() => whole.execute({ kind: 'digests' }));
        expect(again.records).to.equal(RECORDS);
      });
      await store.close();
    });
  }
});
