import { once } from 'node:events';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect } from 'chai';

import { exported } from '../../support/benchmark-ports.js';
import { runEtalon, startEtalon } from '../../support/run-etalon.js';
import { JUDGE, digest } from '../../support/samples.js';
import { schemaFaults } from '../../support/schema-faults.js';
import { inTemporaryFolder } from '../../support/temporary-folder.js';

const DAYS = Array.from({ length: 12 }, (_, index) => index + 1);
const RUN = ['benchmark', 'run', '--scenario', 'channel_digest_ru'];

interface RunJson {
  readonly run_id: string;
  readonly verdict: string;
  readonly artifacts: Readonly<Record<string, string>>;
}

describe('etalon benchmark', function () {
  this.timeout(120_000);

  it('runs, writes the run, lists it, shows it and reports on it', () =>
    inTemporaryFolder(async (folder) => {
      const at = ['--data-dir', folder];
      await exported(
        folder,
        DAYS.map((day) => digest(day)),
      );
      const output = join(folder, 'out', 'run.json');
      const ran = await runEtalon([...RUN, '--json', '--output', output, ...at]);
      const run = ran.json<RunJson>();
      expect({ FAIL: 2, PASS: 0, WARN: 0 }[run.verdict], ran.stderr).to.equal(ran.exitCode);
      expect(JSON.parse(await readFile(output, 'utf8'))).to.deep.equal(run);
      const listed = (await runEtalon(['benchmark', 'list', '--json', ...at])).json<{ runs: RunJson[] }>();
      expect(listed.runs.map(({ run_id }) => run_id)).to.deep.equal([run.run_id]);
      expect(await schemaFaults('benchmark-list', listed)).to.deep.equal([]);
      const shown = (await runEtalon(['benchmark', 'show', run.run_id, '--json', ...at])).json<RunJson>();
      expect(shown).to.deep.equal({ ...run, artifacts: {} });
      const html = join(folder, 'report.html');
      const reported = await runEtalon(['benchmark', 'report', run.run_id, '--html', html, ...at]);
      expect(reported.exitCode, reported.stderr).to.equal(0);
      expect(reported.stdout).to.include(run.verdict).and.to.include('latency_p95');
      expect(await readFile(html, 'utf8')).to.include(run.run_id);
    }));

  it('refuses files that cannot be written before it judges, and writes those of a stored run again', () =>
    inTemporaryFolder(async (folder) => {
      const at = ['--data-dir', folder, '--json'];
      const path = await exported(
        folder,
        DAYS.map((day) => digest(day)),
      );
      for (const option of ['--output', '--junit', '--summary'])
        for (const wrong of [folder, join(path, 'x.xml')]) {
          const refused = await runEtalon([...RUN, option, wrong, ...at]);
          expect([refused.exitCode, refused.error().code], wrong).to.deep.equal([1, 'FILE_WRITE_FAILED']);
          expect(refused.error().details['path']).to.equal(wrong);
        }
      const stored = async () =>
        (await runEtalon(['benchmark', 'list', ...at])).json<{ runs: RunJson[] }>().runs.length;
      expect(await stored(), 'nothing was judged').to.equal(0);

      const files = (name: string) =>
        ['output', 'junit', 'summary'].flatMap((kind) => [`--${kind}`, join(folder, name, kind)]);
      const run = (await runEtalon([...RUN, ...files('first'), ...at])).json<RunJson>();
      const again = await runEtalon(['benchmark', 'report', run.run_id, ...files('again'), ...at]);
      expect(again.exitCode, again.stderr).to.equal(0);
      const texts = (name: string) =>
        Promise.all(['junit', 'summary'].map((kind) => readFile(join(folder, name, kind), 'utf8')));
      expect(await texts('again')).to.deep.equal(await texts('first'));
      expect(JSON.parse(await readFile(join(folder, 'again', 'output'), 'utf8'))).to.deep.equal(again.json());
      const pages = await runEtalon(['benchmark', 'report', run.run_id, '--markdown', '--docs-dir', path, ...at]);
      expect(pages.error().code).to.equal('FILE_WRITE_FAILED');
      expect((await runEtalon(['benchmark', 'report', 'none', '--html', folder, ...at])).error().code).to.equal(
        'FILE_WRITE_FAILED',
      );
    }));

  it('stops early in words', () =>
    inTemporaryFolder(async (folder) => {
      const at = ['--data-dir', folder];
      const many = Array.from({ length: 120 }, (_, index) => ({ ...digest((index % 12) + 1), id: `sample-${index}` }));
      const path = await exported(folder, many);
      const baseline = (await runEtalon([...RUN, '--dataset', path, '--json', ...at])).json<RunJson>().run_id;
      const spoilt = many.map((sample) => ({ ...sample, summaryMarkdown: '## Главное\n\nПлутон купил сыр.' }));
      const worse = await exported(folder, spoilt, '2024-12-30');
      const early = await runEtalon([...RUN, '--dataset', worse, '--baseline', baseline, '--early-stop', ...at]);
      expect(early.exitCode, early.stderr).to.equal(2);
      expect(early.stdout.split('\n')[0]).to.match(
        /^STOPPED EARLY {2}Worse than the baseline after \d+ of 120 samples; thresholds and coverage do not apply, latencies were not compared\.$/u,
      );
      expect(early.stdout).not.to.include('stopped_early');
    }));

  it('names the command in a hint, also of what is found wrong while it works', () =>
    inTemporaryFolder(async (folder) => {
      const twice = await runEtalon([...RUN, '--output', 'x', '--junit', 'x', '--data-dir', folder, '--json']);
      expect([twice.exitCode, twice.error().hint]).to.deep.equal([64, 'See `etalon benchmark run --help`.']);
      const seeded = await runEtalon(['export', 'digests', '--seed', '1', '--data-dir', folder, '--json']);
      expect([seeded.exitCode, seeded.error().hint]).to.deep.equal([64, 'See `etalon export digests --help`.']);
      const dry = await runEtalon([...RUN, '--dry-run', '--judge', 'llm', '--data-dir', folder, '--json']);
      expect(dry.error().hint).to.include('LLM_URL and LLM_MODEL').and.to.include('a dry run says what');
      const help = (await runEtalon(['benchmark', 'run', '--help'])).stdout.replace(/\s+/gu, ' ');
      expect(help).to.include('say how many calls and tokens a live run would take').and.to.include('LLM_URL');
    }));

  it('keeps what is known at Ctrl-C, marks the run, and exits 130', () =>
    inTemporaryFolder(async (folder) => {
      const at = ['--data-dir', folder, '--json'];
      const many = Array.from({ length: 4_000 }, (_, index) => ({
        ...digest((index % 12) + 1),
        id: `sample-${index}`,
      }));
      await exported(folder, many);
      const child = startEtalon([...RUN, ...at, '--log-level', 'info']);
      let stderr = '';
      child.stderr!.on('data', (chunk: Buffer) => {
        if (!stderr.includes('registered') && (stderr + chunk.toString()).includes('registered'))
          setTimeout(() => child.kill('SIGINT'), 300);
        stderr += chunk.toString();
      });
      const [code] = (await once(child, 'close')) as [number];
      expect(code, stderr).to.equal(130);
      expect(stderr).not.to.include('not open');
      const { error } = JSON.parse(stderr.trim().split('\n').at(-1)!) as { error: { details: { run_id: string } } };
      const shown = await runEtalon(['benchmark', 'show', error.details.run_id, ...at]);
      expect(shown.json()).to.include({ status: 'interrupted', verdict: null });
    }));

  it('exits 4 when there is not enough to say, 1 without data, 64 for a malformed value', () =>
    inTemporaryFolder(async (folder) => {
      const at = ['--data-dir', folder];
      expect((await runEtalon([...RUN, '--json', ...at])).error()).to.include({
        ...{ code: 'BENCHMARK_DATASET_NOT_FOUND', exit_code: 1 },
      });
      const made = digest(1);
      const path = await exported(folder, [{ ...made, metadata: { ...made.metadata, provenance: 'synthetic' } }]);
      expect((await runEtalon([...RUN, '--dataset', path, ...at])).exitCode).to.equal(4);
      for (const wrong of [
        ['--limit', '0'],
        ['--timezone', 'Mars/Base'],
        ['--limti', '5'],
        ['--dry-run', '--judge', 'lexical'],
        ['--early-stop'],
        ['--max-concurrency', '0'],
        ['--budget-calls', 'many'],
      ])
        expect((await runEtalon([...RUN, ...wrong, ...at])).exitCode, wrong.join(' ')).to.equal(64);
      expect((await runEtalon(['benchmark', 'run', ...at])).exitCode).to.equal(64);
    }));

  it('runs dry over stored scores, and without any says how to make them (exit 4)', () =>
    inTemporaryFolder(async (folder) => {
      const at = ['--data-dir', folder];
      await exported(
        folder,
        DAYS.map((day) => digest(day)),
      );
      const without = await runEtalon([...RUN, '--dry-run', ...at]);
      expect(without.exitCode, without.stderr).to.equal(4);
      expect(without.stdout).to.include('etalon dataset score');
      await exported(
        folder,
        DAYS.map((day) => digest(day, { judge: JUDGE })),
      );
      const dry = await runEtalon([...RUN, '--dry-run', '--json', ...at]);
      expect(dry.json()).to.deep.include({
        ...{ dry_run: true, status: 'completed' },
        cost: { calls: 0, tokens_in: 0, tokens_out: 0, cache_hits: 0 },
      });
      const id = dry.json<RunJson>().run_id;
      const compared = await runEtalon([...RUN, '--dry-run', '--baseline', id, '--json', ...at]);
      expect(compared.json<{ comparison: { verdict: string } }>().comparison.verdict).to.equal('equivalent');
      expect(compared.exitCode).to.equal(dry.exitCode);
    }));

  it('refuses values for a judge that does not exist, and marks runs with options in the list', () =>
    inTemporaryFolder(async (folder) => {
      const at = ['--data-dir', folder];
      const path = await exported(
        folder,
        DAYS.map((day) => digest(day)),
      );
      const scenario = join(folder, 'own.yaml');
      const shipped = await readFile('config/scenarios/channel_digest_ru.yaml', 'utf8');
      await writeFile(scenario, shipped.replaceAll('lexical: {', 'lexcal: {'));
      const refused = await runEtalon(['benchmark', 'run', '--scenario', scenario, '--dataset', path, '--json', ...at]);
      expect([refused.exitCode, refused.error().code]).to.deep.equal([1, 'SCENARIO_INVALID']);
      expect(refused.error().message).to.include('own.yaml: by_judge names lexcal');
      await runEtalon([...RUN, '--limit', '3', '--include-synthetic', ...at]);
      await runEtalon([...RUN, ...at]);
      const listed = await runEtalon(['benchmark', 'list', ...at]);
      expect(listed.stdout).to.match(/ 3\/3 +limit 3, synthetic +completed/u);
      expect(listed.stdout).to.match(/ 12\/12 +completed/u);
    }));

  it('lists the scenarios', async () => {
    const listed = (await runEtalon(['benchmark', 'scenarios', '--json'])).json<{ scenarios: { name: string }[] }>();
    expect(await schemaFaults('benchmark-scenarios', listed)).to.deep.equal([]);
    expect(listed.scenarios.map(({ name }) => name)).to.deep.equal(['channel_digest_ru', 'review_summary_ru']);
  });
});
