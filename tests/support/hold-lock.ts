/** A process of its own that takes the lock of a store and holds it until it is killed. Argument: JSON settings. */
import { MongoStore } from '#etalon/infrastructure/persistence/mongodb/mongo.store.js';
import { SqliteStore } from '#etalon/infrastructure/persistence/sqlite/sqlite.store.js';
import { TEST_IDS, TestClock } from './test-clock.js';

type Settings = { readonly file: string } | { readonly url: string; readonly dbName: string };

const settings = JSON.parse(process.argv[2] ?? '{}') as Settings;
const clock = new TestClock();
const store =
  'file' in settings
    ? SqliteStore.open({ ...settings, timeoutMs: 5_000 }, clock, TEST_IDS)
    : await MongoStore.open({ ...settings, timeoutMs: 5_000 }, clock, TEST_IDS);

await store.lock.hold('hold', async () => {
  process.stdout.write('held\n');
  await new Promise((resolve) => setTimeout(resolve, 60_000));
});
