import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { expect } from 'chai';
import { collect } from '../support/expect-code.js';
import { digests } from '../support/sample-factory.js';
import { describeStores } from './describe-stores.js';

const WRITER = join(import.meta.dirname, '..', 'support', 'write-until-killed.js');
const COUNT = 1_500;
const DELAYS_MS = [0, 7, 23];

describeStores('A writer that is killed', (given) => {
  it('leaves whole records, and the next one completes them at once', async () => {
    const expected = new Map(digests(COUNT).map((sample) => [sample.id, sample]));
    for (const delay of DELAYS_MS) {
      const argument = JSON.stringify([given.place.childSettings, COUNT]);
      const child = spawn(process.execPath, [WRITER, argument], { stdio: ['ignore', 'pipe', 'inherit'] });
      const ended = once(child, 'exit');
      await once(child.stdout, 'data');
      setTimeout(() => child.kill('SIGKILL'), delay);
      await ended;
      const there = await collect(given.store.digests.stream({}, 'time'));
      for (const sample of there) expect(sample).to.deep.equal(expected.get(sample.id));
    }
    await given.store.lock.hold('next', async (held) => {
      await held.assertHeld();
      const { inserted, updated, unchanged } = await given.store.digests.upsertMany([...expected.values()]);
      expect([inserted + unchanged, updated]).to.deep.equal([COUNT, 0]);
    });
    const all = await collect(given.store.digests.stream({}, 'time'));
    expect(new Map(all.map((sample) => [sample.id, sample]))).to.deep.equal(expected);
    expect(all).to.have.length(COUNT);
  });
});
