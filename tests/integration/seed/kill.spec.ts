import { once } from 'node:events';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { expect } from 'chai';
import { PureRandFactory } from '#etalon/infrastructure/system/pure-rand-factory.js';
import { eachStore } from '../../support/each-store.js';
import { runEtalon, startEtalon } from '../../support/run-etalon.js';

/** 50 points with ETALON_FULL=1; a few otherwise, because each costs two seeds. */
const POINTS = process.env['ETALON_FULL'] === '1' ? 50 : 4;
const EXPORT = 'examples/telegram-export';

interface Counted {
  readonly dataset_hash: string;
  readonly totals: object;
  readonly inserted: number;
  readonly updated: number;
  readonly unchanged: number;
  readonly resumed: number;
}

eachStore('a seed that is killed', (store) => {
  let folder: string;
  let undisturbed: Counted;
  let milliseconds: number;
  const args = (data: string): string[] => [
    ...['seed', '--from', 'telegram-export', '--path', EXPORT, '--window-end', '2024-12-03'],
    ...['--data-dir', join(folder, data), '--json'],
  ];
  const forget = async (data: string): Promise<void> => {
    await runEtalon(['dataset', 'remove', 'default', '--yes', '--data-dir', join(folder, data)], { env: store().env });
    await rm(join(folder, data), { recursive: true, force: true });
  };

  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'etalon-kill-'));
    const begun = performance.now();
    const result = await runEtalon(args('whole'), { env: store().env });
    milliseconds = performance.now() - begun;
    expect(result.exitCode, result.stderr).to.equal(0);
    undisturbed = result.json<Counted>();
    await forget('whole');
  });
  after(async () => {
    await rm(folder, { recursive: true, force: true });
  });

  const random = new PureRandFactory().seeded(2024, 'kill points');
  for (let point = 0; point < POINTS; point += 1) {
    const fraction = random.next();
    it(`at ${(100 * fraction).toFixed(1)} % is completed by the next run, nothing torn and nothing twice`, async function () {
      this.timeout(60_000);
      const child = startEtalon(args('killed'), { env: store().env });
      const exited = once(child, 'exit');
      await Promise.race([sleep(fraction * milliseconds), exited]);
      child.kill('SIGKILL');
      await exited;
      const next = await runEtalon(args('killed'), { env: store().env });
      expect(next.exitCode, next.stderr).to.equal(0);
      const counted = next.json<Counted>();
      expect(counted.dataset_hash).to.equal(undisturbed.dataset_hash);
      expect(counted.totals).to.deep.equal(undisturbed.totals);
      expect(counted.inserted + counted.unchanged).to.equal(300);
      expect(counted.updated).to.equal(0);
      expect(await readdir(join(folder, 'killed', 'tmp')).catch(() => []), 'spools').to.deep.equal([]);
      await forget('killed');
    });
  }
});
