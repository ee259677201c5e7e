/** A process of its own that writes records in batches under the lock until it is done or killed. Argument: JSON. */
import { MongoStore } from '#etalon/infrastructure/persistence/mongodb/mongo.store.js';
import { SqliteStore } from '#etalon/infrastructure/persistence/sqlite/sqlite.store.js';
import { digests } from './sample-factory.js';
import { TEST_IDS, TestClock } from './test-clock.js';

type Settings = { readonly file: string } | { readonly url: string; readonly dbName: string };

const BATCH = 100;
const [settings, count] = JSON.parse(process.argv[2] ?? '[]') as [Settings, number];
const store =
  'file' in settings
    ? SqliteStore.open({ ...settings, timeoutMs: 5_000 }, new TestClock(), TEST_IDS)
    : await MongoStore.open({ ...settings, timeoutMs: 5_000 }, new TestClock(), TEST_IDS);
const samples = digests(count);

await store.lock.hold('write', async (held) => {
  for (let first = 0; first < count; first += BATCH) {
    await held.assertHeld();
    await store.digests.upsertMany(samples.slice(first, first + BATCH));
    process.stdout.write('.');
  }
});
await store.close();
