import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect } from 'chai';

import type { DigestSample } from '#etalon/domain/dataset/digest-sample.js';
import { exported } from '../../support/benchmark-ports.js';
import { runEtalon } from '../../support/run-etalon.js';
import { digest } from '../../support/samples.js';
import { schemaFaults } from '../../support/schema-faults.js';
import { inTemporaryFolder } from '../../support/temporary-folder.js';

interface PilotJson {
  readonly decision: string;
  readonly reasons: readonly string[];
  readonly hash: string;
  readonly log: string;
  readonly comparison: { readonly verdict: string } | null;
  readonly baseline: { readonly run_id: string } | null;
  readonly live: { readonly run_id: string } | null;
}

interface RunJson {
  readonly judge: { readonly model: string; readonly prompt_version: string };
  readonly run_id: string;
}

interface ResultJson {
  readonly sample_id: string;
  readonly scores: { coverage: number; accuracy: number; coherence: number; informativeness: number };
}

const SAMPLES: readonly DigestSample[] = Array.from({ length: 12 }, (_, index) => digest(index + 1));

describe('etalon pilot', function () {
  this.timeout(180_000);

  it('runs, waits for every role, and is GO only then; another run voids what was approved', () =>
    inTemporaryFolder(async (folder) => {
      const etalon = (...args: string[]) =>
        runEtalon([...args, '--data-dir', folder, '--docs-dir', join(folder, 'docs'), '--json']);
      const scenario = join(folder, 'lenient.yaml');
      const shipped = await readFile('config/scenarios/channel_digest_ru.yaml', 'utf8');
      await writeFile(
        scenario,
        shipped.replaceAll(/lexical: \{ pass: [\d.]+, warn: [\d.]+ \}/gu, 'lexical: { pass: 0, warn: 0 }'),
      );
      const config = join(folder, 'config');
      const pilot = async (command: string, ...args: string[]) => {
        const ran = await etalon('pilot', command, '--stage', 'mine', '--config-dir', config, ...args);
        return { exit: ran.exitCode, ...ran.json<PilotJson>(), document: ran.json(), stderr: ran.stderr };
      };
      await makePlan(config, scenario);
      const scored = await withScores(folder, etalon);

      const first = await pilot('run', '--dataset', scored);
      expect(first, first.stderr).to.include({ exit: 2, decision: 'PENDING' });
      expect(first.comparison).to.deep.include({ verdict: 'equivalent' });
      expect(await schemaFaults('pilot', first.document)).to.deep.equal([]);
      const wrong = await etalon('pilot', 'approve', '--stage', 'mine', '--role', 'king', '--reviewer', 'R');
      expect(wrong.error().code).to.equal('PILOT_ROLE_UNKNOWN');
      expect(await pilot('approve', '--role', 'lead', '--reviewer', 'R')).to.include({ exit: 2, decision: 'PENDING' });
      const go = await pilot('approve', '--role', 'analyst', '--reviewer', 'S', '--note', 'fine');
      expect(go).to.include({ exit: 0, decision: 'GO', hash: first.hash });
      expect(await readFile(go.log, 'utf8'))
        .to.include('**Decision: GO**')
        .and.to.include('| analyst | S | approve |');
      expect(await pilot('show')).to.include({ exit: 0, decision: 'GO' });
      const show = () =>
        runEtalon(['pilot', 'show', '--stage', 'mine', '--data-dir', folder, '--docs-dir', join(folder, 'docs')]);
      const shown = await show();
      expect(shown.stderr).to.include('log').and.not.to.include('written');
      expect(shown.stdout).to.include('live against baseline: equivalent.');
      const log = await readFile(go.log, 'utf8');
      await writeFile(go.log, log.replace('Decision: GO', 'Decision: NO-GO'));
      expect((await show()).stdout).to.include('was edited');
      await writeFile(go.log, log);
      expect((await show()).stdout).not.to.include('was edited');
      await etalon('benchmark', 'run', '--scenario', 'channel_digest_ru', '--dataset', scored);
      const pruned = await etalon('benchmark', 'prune', '--keep', '0', '--yes');
      expect(pruned.json<{ runs: object[] }>().runs).to.have.length(2);
      const { runs } = (await etalon('benchmark', 'list')).json<{ runs: RunJson[] }>();
      expect(runs.map(({ run_id }) => run_id)).to.have.members([go.baseline?.run_id, go.live?.run_id]);
      expect(await pilot('approve', '--role', 'lead', '--reviewer', 'R', '--verdict', 'reject')).to.include({
        decision: 'NO_GO',
      });

      const record = join(folder, 'pilots', 'stage_mine.json');
      const written = await readFile(record, 'utf8');
      await writeFile(record, written.replace('"reject"', '"approve"'));
      const turned = await etalon('pilot', 'show', '--stage', 'mine');
      expect([turned.exitCode, turned.error().code]).to.deep.equal([1, 'PILOT_CHANGED']);
      await writeFile(record, written);

      const again = await pilot('run', '--dataset', scored);
      expect(again).to.include({ exit: 2, decision: 'PENDING' });
      expect(await readFile(again.log, 'utf8')).to.include('(of other results: void)');
    }));

  it('is NO-GO without stored scores, and refuses a record that was edited', () =>
    inTemporaryFolder(async (folder) => {
      const etalon = (...args: string[]) =>
        runEtalon([...args, '--stage', '05_03', '--data-dir', folder, '--docs-dir', join(folder, 'docs'), '--json']);
      expect((await etalon('pilot', 'show')).error().code).to.equal('PILOT_NOT_RUN');
      const ran = await etalon('pilot', 'run', '--dataset', await exported(folder, SAMPLES));
      expect([ran.exitCode, ran.json<PilotJson>().decision], ran.stderr).to.deep.equal([2, 'NO_GO']);
      const record = join(folder, 'pilots', 'stage_05_03.json');
      await writeFile(record, (await readFile(record, 'utf8')).replace('"INSUFFICIENT"', '"PASS"'));
      const edited = await etalon('pilot', 'approve', '--role', 'analyst', '--reviewer', 'R');
      expect([edited.exitCode, edited.error().code]).to.deep.equal([1, 'PILOT_CHANGED']);
      expect((await runEtalon(['pilot', 'run', '--stage', '../x', '--json'])).exitCode).to.equal(64);
      expect((await etalon('pilot', 'run', '--judge', 'stored')).exitCode).to.equal(64);
      expect((await runEtalon(['pilot', 'show', '--stage', 'none', '--data-dir', folder, '--json'])).exitCode).to.equal(
        1,
      );
    }));
});

async function makePlan(config: string, scenario: string): Promise<void> {
  await mkdir(join(config, 'pilots'), { recursive: true });
  const plan = ['schema_version: 1', 'stage: mine', `scenario: ${scenario}`, 'required_roles: [lead, analyst]'];
  await writeFile(join(config, 'pilots', 'mine.yaml'), plan.join('\n'));
}

/** An export of the same samples with the scores that a run gave them. */
async function withScores(
  folder: string,
  etalon: (...args: string[]) => ReturnType<typeof runEtalon>,
): Promise<string> {
  const path = await exported(folder, SAMPLES);
  const run = (await etalon('benchmark', 'run', '--scenario', 'channel_digest_ru', '--dataset', path)).json<RunJson>();
  const { results } = (await etalon('benchmark', 'results', run.run_id)).json<{ results: ResultJson[] }>();
  const { model: judgeModel, prompt_version: promptVersion } = run.judge;
  const byId = new Map(results.map(({ sample_id, scores }) => [sample_id, scores]));
  const scored = SAMPLES.map((sample) => ({
    ...sample,
    judge: {
      judgeModel,
      promptVersion,
      scores: byId.get(sample.id)!,
      verdict: 'MEETS_EXPECTATIONS' as const,
      notes: '',
    },
  }));
  return await exported(folder, scored);
}
