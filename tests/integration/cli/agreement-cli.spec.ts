import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect } from 'chai';

import { exported } from '../../support/benchmark-ports.js';
import { runEtalon } from '../../support/run-etalon.js';
import { digest } from '../../support/samples.js';
import { schemaFaults } from '../../support/schema-faults.js';
import { inTemporaryFolder } from '../../support/temporary-folder.js';

const SAMPLES = Array.from({ length: 12 }, (_, index) => digest(index + 1));

describe('etalon benchmark agreement', function () {
  this.timeout(120_000);

  it('holds a run against labels, and names what is wrong with them', () =>
    inTemporaryFolder(async (folder) => {
      const etalon = (...args: string[]) => runEtalon(['benchmark', ...args, '--data-dir', folder, '--json']);
      const human = join(folder, 'labels.jsonl');
      const agreement = async (text: string, ...args: string[]) => {
        await writeFile(human, text);
        return await etalon('agreement', '--human', human, ...args);
      };
      const line = (id: string, coverage: number) =>
        JSON.stringify({ sample_id: id, rater: 'R', scores: { coverage } });
      const good = SAMPLES.map(({ id }, index) => line(id, 0.5 + index / 40)).join('\n');

      expect((await agreement(good)).error().code).to.equal('RUN_NOT_FOUND');
      await etalon('run', '--scenario', 'channel_digest_ru', '--dataset', await exported(folder, SAMPLES));
      const measured = await agreement(good);
      expect(measured.exitCode, measured.stderr).to.equal(0);
      expect(await schemaFaults('benchmark-agreement', measured.json())).to.deep.equal([]);
      expect(measured.json()).to.deep.include({ labels: 12, unmatched: 0, raters: ['R'] });

      const twice = await agreement(`${good}\n${line(SAMPLES[0]!.id, 0.1)}`);
      expect(twice.json()).to.deep.include({ labels: 13, repeated: 1 });
      const told = await runEtalon(['benchmark', 'agreement', '--human', human, '--data-dir', folder]);
      expect(told.stdout)
        .to.include('1 labels repeat what their rater had said of the sample before: the last word counts.')
        .and.to.include('takes samples as independent');
      const byMetric = SAMPLES.flatMap(({ id }) => [
        line(id, 0.5),
        JSON.stringify({ sample_id: id, rater: 'R', scores: { accuracy: 1 } }),
      ]);
      const parts = (await agreement(byMetric.join('\n'))).json<{ metrics: { labelled: number }[] }>();
      expect(parts).to.include({ repeated: 0 });
      expect(parts.metrics.map(({ labelled }) => labelled)).to.deep.equal([12, 12]);
      const nameless = JSON.stringify({ sample_id: SAMPLES[0]!.id, scores: { coverage: 0.1 } });
      await writeFile(human, `${nameless}\n${nameless}`);
      expect((await runEtalon(['benchmark', 'agreement', '--human', human, '--data-dir', folder])).stdout).to.include(
        'labels without a rater count as those of one, "human"',
      );

      for (const [text, problem] of [
        [`${line('a', 0.5)}\n{"sample_id": 1}`, 'line 2'],
        [line('a', 1.5), '/scores/coverage must be <= 1'],
        ['no json', 'is no JSON'],
      ] as const)
        expect((await agreement(text)).error())
          .to.deep.include({ code: 'LABELS_INVALID' })
          .and.property('message')
          .include(problem);
      expect((await agreement(line('stranger', 0.5))).error().code).to.equal('LABELS_UNMATCHED');
      expect((await etalon('agreement', '--human', join(folder, 'none'))).error().code).to.equal('LABELS_NOT_FOUND');
      expect((await agreement(good, '--run', 'none')).error().code).to.equal('RUN_NOT_FOUND');
    }));
});
