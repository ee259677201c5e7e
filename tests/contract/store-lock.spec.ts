import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { hostname } from 'node:os';
import { join } from 'node:path';
import type { ChildProcess } from 'node:child_process';
import { expect } from 'chai';
import { expectCode } from '../support/expect-code.js';
import { describeStores } from './describe-stores.js';

const LEASE_MS = 30_000;
const HOLDER = join(import.meta.dirname, '..', 'support', 'hold-lock.js');

async function holderOf(settings: object): Promise<ChildProcess> {
  const child = spawn(process.execPath, [HOLDER, JSON.stringify(settings)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  await once(child.stdout, 'data');
  return child;
}

describeStores('Store lock', (given) => {
  it('is held by one owner at a time and given back', async () => {
    const other = await given.place.open();
    const result = await given.store.lock.hold('seed', async (held) => {
      await held.assertHeld();
      const error = await expectCode(
        'STORE_LOCKED',
        other.lock.hold('other', () => Promise.resolve(1)),
      );
      expect(error.details).to.include({ host: hostname(), pid: process.pid, purpose: 'seed' });
      expect(error.details['since']).to.match(/^\d{4}-.*Z$/);
      return 'done';
    });
    expect(result).to.equal('done');
    expect(await other.lock.hold('other', () => Promise.resolve(2))).to.equal(2);
  });

  it('is given back when the work fails', async () => {
    const failure = new Error('work failed');
    const outcome = await given.store.lock.hold('seed', () => Promise.reject(failure)).catch((error: unknown) => error);
    expect(outcome).to.equal(failure);
    expect(await given.store.lock.hold('again', () => Promise.resolve(1))).to.equal(1);
  });

  it('goes to one of many that want it at once', async () => {
    const stores = await Promise.all(Array.from({ length: 4 }, () => given.place.open()));
    let inside = 0;
    const outcomes = await Promise.allSettled(
      stores.map((store) =>
        store.lock.hold('race', async () => {
          inside += 1;
          expect(inside).to.equal(1);
          await new Promise((resolve) => setTimeout(resolve, 150));
          inside -= 1;
        }),
      ),
    );
    const lost = outcomes
      .filter((outcome) => outcome.status === 'rejected')
      .map(({ reason }) => (reason as { code: string }).code);
    expect(outcomes.some(({ status }) => status === 'fulfilled')).to.equal(true);
    expect(lost.filter((code) => code !== 'STORE_LOCKED')).to.deep.equal([]);
  });

  it('is taken over at once from a process that is dead, and not from one that lives', async () => {
    const child = await holderOf(given.place.childSettings);
    const error = await expectCode(
      'STORE_LOCKED',
      given.store.lock.hold('seed', () => Promise.resolve(1)),
    );
    expect(error.details['pid']).to.equal(child.pid);
    const ended = once(child, 'exit');
    child.kill('SIGKILL');
    await ended;
    expect(await given.store.lock.hold('seed', () => Promise.resolve(1))).to.equal(1);
  });

  it('is taken over when the lease ends, and the old holder learns it', async () => {
    const other = await given.place.open();
    await given.store.lock.hold('stalled', async (held) => {
      given.place.clock.advance(LEASE_MS + 1);
      expect(await other.lock.hold('next', () => Promise.resolve(1))).to.equal(1);
      await expectCode('STORE_LOCK_LOST', held.assertHeld());
      await expectCode('STORE_LOCK_LOST', held.assertHeld());
    });
  });

  it('is renewed by work that goes on', async () => {
    const other = await given.place.open();
    await given.store.lock.hold('long', async (held) => {
      for (let step = 0; step < 4; step += 1) {
        given.place.clock.advance(LEASE_MS / 2);
        await held.assertHeld();
      }
      await expectCode(
        'STORE_LOCKED',
        other.lock.hold('next', () => Promise.resolve(1)),
      );
    });
  });
});
