import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { expect } from 'chai';
import { PureRandFactory } from '#etalon/infrastructure/system/pure-rand-factory.js';
import { eachStore } from '../../support/each-store.js';
import type { RunJson } from './benchmark-process.js';
import { exportedLongDigests, resultsOf, resumed, runArguments, saidBy, startedRun } from './benchmark-process.js';

/** 50 points with ETALON_FULL=1; a few otherwise, because each costs a run. */
const POINTS = process.env['ETALON_FULL'] === '1' ? 50 : 4;
const SAMPLES = 800;

eachStore('a benchmark run that is killed', (store) => {
  let folder: string;
  let dataset: string;
  let judging: number;
  let undisturbed: { readonly document: object; readonly results: string };
  const data = () => join(folder, 'data');

  before(async function () {
    this.timeout(120_000);
    folder = await mkdtemp(join(tmpdir(), 'etalon-benchmark-'));
    dataset = await exportedLongDigests(folder, SAMPLES);
    const { registered, closed, output } = startedRun(runArguments(dataset, data()), { env: store().env });
    const id = await registered;
    const begun = performance.now();
    await closed;
    judging = performance.now() - begun;
    const document = JSON.parse(output().stdout) as object;
    undisturbed = { document: saidBy(document), results: await resultsOf(id, data(), { env: store().env }) };
  });
  after(async () => {
    await rm(folder, { recursive: true, force: true });
  });

  const random = new PureRandFactory().seeded(2024, 'benchmark kill points');
  let found = 0;
  for (let point = 0; point < POINTS; point += 1) {
    const fraction = random.next();
    it(`at ${(100 * fraction).toFixed(0)} % of its judging is resumed to the same result`, async function () {
      this.timeout(120_000);
      const { env } = store();
      const { child, registered, closed } = startedRun(runArguments(dataset, data()), { env });
      const id = await registered;
      await Promise.race([sleep(fraction * judging), closed]);
      child.kill('SIGKILL');
      await closed;
      found += (await resultsOf(id, data(), { env })).split('\n').length - 1;
      const next = await resumed(id, data(), { env });
      if (next.stderr.includes('RUN_FINISHED')) return;
      expect(next.json<RunJson>(), next.stderr).to.include({ run_id: id, status: 'completed' });
      expect(saidBy(next.json())).to.deep.equal(undisturbed.document);
      expect(await resultsOf(id, data(), { env })).to.equal(undisturbed.results);
    });
  }

  it('had stored something at some of these points', () => {
    console.log(`      results that were stored when the run was killed: ${found} of ${POINTS * SAMPLES}`);
    expect(found).to.be.greaterThan(0);
  });
});
