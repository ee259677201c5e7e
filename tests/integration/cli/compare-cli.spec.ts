import { readFile, writeFile } from 'node:fs/promises';
import { expect } from 'chai';

import type { DigestSample } from '#etalon/domain/dataset/digest-sample.js';
import { ERROR_CATALOGUE } from '#etalon/domain/errors/error-catalogue.js';
import { exported } from '../../support/benchmark-ports.js';
import { runEtalon } from '../../support/run-etalon.js';
import { digest } from '../../support/samples.js';
import { schemaFaults } from '../../support/schema-faults.js';
import { inTemporaryFolder } from '../../support/temporary-folder.js';

const DAYS = Array.from({ length: 12 }, (_, index) => index + 1);
const samples: readonly DigestSample[] = DAYS.map((day) => digest(day));
/** Every summary says something that no post does, and the more the later the day. */
const spoilt = samples.map((sample, index) => ({
  ...sample,
  summaryMarkdown: `${sample.summaryMarkdown}\n- ${'Президент Плутона объявил о покупке 9000 вагонов сыра. '.repeat(index + 1)}`,
}));

describe('etalon benchmark compare, baseline, results, prune', function () {
  this.timeout(120_000);

  it('holds runs against each other, pins one, prints results and clears away', () =>
    inTemporaryFolder(async (folder) => {
      const etalon = (...args: string[]) => runEtalon(['benchmark', ...args, '--data-dir', folder]);
      const judge = async (path: string) => {
        const ran = await etalon('run', '--scenario', 'channel_digest_ru', '--dataset', path, '--json');
        return ran.json<{ run_id: string }>().run_id;
      };
      const good = await judge(await exported(folder, samples));
      const bad = await judge(await exported(folder, spoilt, '2024-12-30'));

      const unpinned = await etalon('compare', 'pinned', bad, '--json');
      expect([unpinned.exitCode, unpinned.error().code]).to.deep.equal([1, 'BASELINE_NOT_PINNED']);
      const pinned = await etalon('baseline', 'set', good, '--json');
      expect(await schemaFaults('benchmark-baseline', pinned.json()), pinned.stderr).to.deep.equal([]);
      expect((await etalon('baseline', 'show', '--json')).json()).to.deep.equal(pinned.json());

      const worse = await etalon('compare', 'pinned', bad, '--json');
      expect(worse.exitCode, worse.stderr).to.equal(2);
      expect(worse.json()).to.include({ verdict: 'worse', a: good, b: bad, n_pairs: 12, baseline_pinned: true });
      expect(await schemaFaults('benchmark-compare', worse.json())).to.deep.equal([]);
      const same = await etalon('compare', good, good);
      expect([same.exitCode, same.stdout.split('\n')[0]]).to.deep.equal([0, 'EQUIVALENT  All results are identical.']);
      for (const args of [
        ['--margin', '0'],
        ['--alpha', '0.9'],
      ])
        expect((await etalon('compare', good, bad, ...args)).exitCode).to.equal(64);
      expect((await etalon('compare', good, 'nothing', '--json')).error().code).to.equal('RUN_NOT_FOUND');

      const whole = (await etalon('results', good, '--json')).json<{ results: unknown[] }>();
      expect(await schemaFaults('benchmark-results', whole)).to.deep.equal([]);
      const lines = (await etalon('results', good)).stdout.trimEnd().split('\n');
      expect(lines.map((line) => JSON.parse(line) as unknown)).to.deep.equal(whole.results);
      const csv = (await etalon('results', bad, '--format', 'csv')).stdout.trimEnd().split('\n');
      expect(csv).to.have.length(13);
      expect(csv[0]).to.equal(
        'sample_id,channel,day,provenance,status,scores.coverage,scores.accuracy,scores.coherence,' +
          'scores.informativeness,reason,notes,latency_seconds',
      );

      const asked = await etalon('prune', '--keep', '0', '--json');
      expect(await schemaFaults('benchmark-prune', asked.json())).to.deep.equal([]);
      expect(asked.json()).to.deep.include({ removed: false });
      expect((await etalon('prune', '--keep', '0', '--older-than', '1', '--json')).json()).to.deep.include({
        runs: [],
      });
      const gone = (await etalon('prune', '--keep', '0', '--yes', '--json')).json<{ runs: { run_id: string }[] }>();
      expect(gone.runs.map(({ run_id }) => run_id)).to.deep.equal([bad]);
      const left = (await etalon('list', '--json')).json<{ runs: { run_id: string }[] }>();
      expect(left.runs.map(({ run_id }) => run_id)).to.deep.equal([good]);
    }));

  it('refuses runs of other judges or without an end', () =>
    inTemporaryFolder(async (folder) => {
      const etalon = (...args: string[]) => runEtalon(['benchmark', ...args, '--data-dir', folder, '--json']);
      const path = await exported(folder, samples);
      const run = ['run', '--dataset', path, '--scenario'];
      const one = (await etalon(...run, 'channel_digest_ru')).json<{ run_id: string }>().run_id;
      const copy = `${folder}/mine.yaml`;
      const shipped = await readFile('config/scenarios/channel_digest_ru.yaml', 'utf8');
      await writeFile(copy, shipped.replace('name: channel_digest_ru', 'name: mine'));
      const other = (await etalon(...run, copy)).json<{ run_id: string }>().run_id;
      const refused = await etalon('compare', one, other);
      expect([refused.exitCode, refused.error().code]).to.deep.equal([1, 'RUNS_NOT_COMPARABLE']);
      expect(refused.error().hint).to.equal('Compare runs of one scenario.');
      expect(ERROR_CATALOGUE.RUNS_NOT_COMPARABLE.meaning).to.include('stopped early');
    }));
});
