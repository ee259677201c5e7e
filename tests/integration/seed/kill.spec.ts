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
const POINTS = process.env['ETALON_FULL'] === '1' ? 50 : 6;
const EXPORT = 'examples/telegram-export';
const STORING = '"seed: store"';

interface Counted {
  readonly dataset_hash: string;
  readonly totals: object;
  readonly inserted: number;
  readonly updated: number;
  readonly unchanged: number;
  readonly resumed: number;
}

interface Timed {
  readonly start: number;
  readonly storing: number;
  readonly end: number;
}

eachStore('a seed that is killed', (store) => {
  let folder: string;
  let undisturbed: Counted;
  let times: Timed;
  const args = (data: string): string[] => [
    ...['seed', '--from', 'telegram-export', '--path', EXPORT, '--window-end', '2024-12-03'],
    ...['--data-dir', join(folder, data), '--json', '--log-level', 'info'],
  ];
  const forget = async (data: string): Promise<void> => {
    await runEtalon(['dataset', 'remove', 'default', '--yes', '--data-dir', join(folder, data)], { env: store().env });
    await rm(join(folder, data), { recursive: true, force: true });
  };
  /** Starts a seed; `storing` comes when it begins to write to the store. */
  const start = (data: string) => {
    const child = startEtalon(args(data), { env: store().env });
    let [stdout, stderr] = ['', ''];
    child.stdout!.on('data', (chunk: Buffer) => (stdout += chunk.toString()));
    const storing = new Promise<void>((resolve) => {
      child.stderr!.on('data', (chunk: Buffer) => {
        stderr += chunk.toString();
        if (stderr.includes(STORING)) resolve();
      });
    });
    return { child, storing, closed: once(child, 'close'), output: () => stdout };
  };

  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'etalon-kill-'));
    const begun = performance.now();
    const { storing, closed, output } = start('whole');
    await storing;
    const stored = performance.now();
    await closed;
    times = { start: begun, storing: stored, end: performance.now() };
    undisturbed = JSON.parse(output()) as Counted;
    await forget('whole');
  });
  after(async () => {
    await rm(folder, { recursive: true, force: true });
  });

  const random = new PureRandFactory().seeded(2024, 'kill points');
  let resumed = 0;
  for (let point = 0; point < POINTS; point += 1) {
    const fraction = random.next();
    const part = point % 3 === 0 ? 'before it stores' : 'while it stores';
    it(`${part}, at ${(100 * fraction).toFixed(0)} %, is completed by the next run, nothing torn and nothing twice`, async function () {
      this.timeout(120_000);
      const { child, storing, closed } = start('killed');
      if (part === 'while it stores') await Promise.race([storing, closed]);
      const span = part === 'while it stores' ? times.end - times.storing : times.storing - times.start;
      await Promise.race([sleep(fraction * span), closed]);
      child.kill('SIGKILL');
      await closed;
      const next = await runEtalon(args('killed'), { env: store().env });
      expect(next.exitCode, next.stderr).to.equal(0);
      const counted = next.json<Counted>();
      resumed += counted.resumed;
      expect(counted.dataset_hash).to.equal(undisturbed.dataset_hash);
      expect(counted.totals).to.deep.equal(undisturbed.totals);
      expect(counted.inserted + counted.unchanged).to.equal(300);
      expect(counted.updated).to.equal(0);
      expect(await readdir(join(folder, 'killed', 'tmp')).catch(() => []), 'spools').to.deep.equal([]);
      await forget('killed');
    });
  }

  it('was half-way through its writing at some of these points', function () {
    console.log(`      records that the next runs found stored: ${resumed}`);
    if (process.env['ETALON_FULL'] === '1') expect(resumed).to.be.greaterThan(0);
  });
});
