import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { SqliteStore } from '#etalon/infrastructure/persistence/sqlite/sqlite.store.js';
import { expect } from 'chai';
import { useFakeTimers } from 'sinon';
import { expectCode } from '../../../../support/expect-code.js';
import { TEST_IDS, TestClock } from '../../../../support/test-clock.js';

const LEASE_MS = 30_000;
const RENEW_EVERY_MS = 10_000;

describe('LeaseLock', () => {
  let folder: string;
  let store: SqliteStore;
  let other: SqliteStore;
  const clock = new TestClock();

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'etalon-lease-'));
    const settings = { file: join(folder, 'etalon.db'), timeoutMs: 2_000 };
    store = SqliteStore.open(settings, clock, TEST_IDS);
    other = SqliteStore.open(settings, clock, TEST_IDS);
  });
  afterEach(async () => {
    await store.close();
    await other.close();
    await rm(folder, { recursive: true });
  });

  it('is renewed in the background while work takes its time', async () => {
    const timers = useFakeTimers({ toFake: ['setInterval', 'clearInterval'] });
    try {
      await store.lock.hold('long', async () => {
        for (let elapsed = 0; elapsed < 3 * LEASE_MS; elapsed += RENEW_EVERY_MS) {
          clock.advance(RENEW_EVERY_MS);
          await timers.tickAsync(RENEW_EVERY_MS);
        }
        await expectCode(
          'STORE_LOCKED',
          other.lock.hold('next', () => Promise.resolve()),
        );
      });
      expect(timers.countTimers()).to.equal(0);
    } finally {
      timers.restore();
    }
  });

  it('notices in the background that it was lost', async () => {
    const timers = useFakeTimers({ toFake: ['setInterval', 'clearInterval'] });
    try {
      await store.lock.hold('stalled', async (held) => {
        clock.advance(LEASE_MS);
        await other.lock.hold('next', async (next) => {
          await timers.tickAsync(RENEW_EVERY_MS);
          await expectCode('STORE_LOCK_LOST', held.assertHeld());
          await next.assertHeld();
        });
      });
    } finally {
      timers.restore();
    }
  });
});
