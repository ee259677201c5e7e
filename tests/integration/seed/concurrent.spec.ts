import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';
import { eachStore } from '../../support/each-store.js';
import { runEtalon } from '../../support/run-etalon.js';

eachStore('two seeds of one store at once', (store) => {
  it('both end right, or one refuses clearly; the data set is never mixed', async function () {
    this.timeout(120_000);
    const folder = await mkdtemp(join(tmpdir(), 'etalon-two-'));
    const run = (...args: string[]) => runEtalon([...args, '--data-dir', folder, '--json'], { env: store().env });
    const seed = (number: string) =>
      run(
        'seed',
        '--from',
        'telegram-export',
        '--path',
        'examples/telegram-export',
        '--window-end',
        '2024-12-03',
        '--seed',
        number,
      );
    try {
      const results = await Promise.all([seed('1'), seed('2'), seed('1')]);
      for (const result of results.filter(({ exitCode }) => exitCode !== 0)) {
        expect([result.exitCode, result.error().code]).to.deep.equal([1, 'STORE_LOCKED']);
        expect(result.error().details).to.include.keys('host', 'pid');
      }
      expect(results.some(({ exitCode }) => exitCode === 0)).to.equal(true);
      const verified = await run('dataset', 'verify');
      expect(verified.exitCode, verified.stdout).to.equal(0);
      const hashes = results.filter(({ exitCode }) => exitCode === 0).map((one) => one.json()['dataset_hash']);
      expect(hashes).to.include(verified.json()['dataset_hash']);
    } finally {
      await run('dataset', 'remove', 'default', '--yes');
      await rm(folder, { recursive: true, force: true });
    }
  });
});
