/** A process of its own that reads a store, writes one record, opens it anew, and prints what came of it as JSON. */
import type { EtalonError } from '#etalon/domain/errors/etalon-error.js';
import { SqliteStore } from '#etalon/infrastructure/persistence/sqlite/sqlite.store.js';
import { collect } from './expect-code.js';
import { digest } from './sample-factory.js';
import { TEST_IDS, TestClock } from './test-clock.js';

const settings = { file: process.argv[2] ?? '', timeoutMs: 5_000 };
const outcome: Record<string, unknown> = {};

async function attempt(name: string, work: () => unknown): Promise<void> {
  try {
    const result = await work();
    if (result !== undefined) outcome[name] = result;
  } catch (error) {
    outcome[name] = (error as EtalonError).code;
  }
}

const clock = new TestClock();
await attempt('read', async () => {
  const store = SqliteStore.openExisting(settings, clock, TEST_IDS);
  if (store === undefined) return undefined;
  const { length } = await collect(store.digests.stream({}, 'time'));
  await attempt('write', async () => (await store.digests.upsertMany([digest(99)])).inserted);
  await store.close();
  return length;
});
await attempt('open', async () => {
  const store = SqliteStore.open(settings, clock, TEST_IDS);
  await store.digests.upsertMany([digest(99)]);
  await store.close();
  return 'written';
});
console.log(JSON.stringify(outcome));
