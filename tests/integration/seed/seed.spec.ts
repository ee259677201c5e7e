import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';
import { runEtalon, type CliResult } from '../../support/run-etalon.js';
import { eachStore } from '../../support/each-store.js';
import { tinyMessages, tinyPost, writeTinyExport } from '../../support/tiny-export.js';

interface SeedResult {
  readonly warnings: readonly string[];
  readonly dataset_hash: string;
  readonly scores_hash: string | null;
  readonly totals: Record<'digests' | 'review_reports' | 'imported' | 'synthetic' | 'unmarked' | 'rejected', number>;
  readonly channels: {
    channel: string;
    digests: number;
    days_covered: number;
    missing_days: string[];
    below_floor: boolean;
  }[];
  readonly counts_stable: boolean;
  readonly inserted: number;
  readonly updated: number;
  readonly unchanged: number;
  readonly resumed: number;
  readonly snapshot: string;
}

eachStore('etalon seed', (store) => {
  let folder: string;
  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'etalon-seed-'));
  });
  after(async () => {
    await rm(folder, { recursive: true, force: true });
  });

  const run = (...args: string[]): Promise<CliResult> =>
    runEtalon([...args, '--data-dir', join(folder, 'data'), '--json'], { env: store().env });
  const seed = (path: string, ...more: string[]): Promise<CliResult> =>
    run('seed', '--from', 'telegram-export', '--path', path, '--window-end', '2024-11-10', '--days', '10', ...more);
  const exportOf = (name: string, days: number): Promise<string> =>
    writeTinyExport(join(folder, name), 'novosti', tinyMessages(days));

  it('seeds real days, fills the others up to the floor, and counts them apart', async () => {
    const result = await seed(await exportOf('six', 6), '--metrics-file', join(folder, 'metrics.prom'));
    expect(result.exitCode, result.stderr).to.equal(0);
    const seeded = result.json<SeedResult>();
    expect(seeded.totals).to.include({
      digests: 10,
      review_reports: 10,
      imported: 12,
      synthetic: 8,
      unmarked: 0,
      rejected: 0,
    });
    expect(seeded.channels[0]).to.include({ channel: '@novosti', digests: 10, days_covered: 10, below_floor: false });
    expect(seeded).to.include({ counts_stable: true, inserted: 20, updated: 0, unchanged: 0, resumed: 0 });
    const metrics = await readFile(join(folder, 'metrics.prom'), 'utf8');
    expect(metrics).to.contain('benchmark_digest_records_total{channel="@novosti",provenance="imported"} 6');
    expect(metrics).to.contain('benchmark_review_records_total{channel="@novosti",provenance="synthetic"} 4');
    expect(metrics).to.contain('benchmark_dataset_floor{dataset="default"} 10');
    expect(JSON.parse(await readFile(join(seeded.snapshot, 'channel_counts.json'), 'utf8'))).to.have.property(
      'dataset_hash',
      seeded.dataset_hash,
    );
  });

  it('leaves everything untouched when it runs again', async () => {
    const before = (await run('dataset', 'verify')).json<SeedResult>();
    const again = (await seed(join(folder, 'six'))).json<SeedResult>();
    expect(again).to.include({ inserted: 0, updated: 0, unchanged: 20, resumed: 0, dataset_hash: before.dataset_hash });
  });

  it('replaces synthetic records by real ones when their posts arrive, and never the other way', async () => {
    const more = (await seed(await exportOf('eight', 8))).json<SeedResult>();
    expect(more).to.include({ inserted: 0 });
    expect(more.totals).to.include({ imported: 16, synthetic: 4 });
    const fewer = (await seed(join(folder, 'six'))).json<SeedResult>();
    expect(fewer.totals).to.include({ imported: 16, synthetic: 4 });
    expect(fewer.channels[0]).to.include({ imported: 16 });
    expect(more.warnings.join()).not.to.contain('does not bear out');
    expect(fewer.warnings.join()).to.contain('4 records that this export does not bear out stay');
  });

  it('verifies, lists and shows what it seeded', async () => {
    const verified = await run('dataset', 'verify');
    expect(verified.exitCode, verified.stderr).to.equal(0);
    expect(verified.json()).to.include({ ok: true, drifted: false, interrupted: false });
    const listed = (await run('dataset', 'list')).json<{ datasets: { name: string; status: string }[] }>();
    expect(listed.datasets.map(({ name, status }) => `${name} ${status}`)).to.deep.equal(['default complete']);
    const shown = (await run('dataset', 'show')).json<{ digests: { day: string; provenance: string }[] }>();
    expect(shown.digests).to.have.length(10);
    const drawn = await runEtalon(['dataset', 'show', '--data-dir', join(folder, 'data')], { env: store().env });
    expect(drawn.stdout).to.contain('@novosti  ████████▒▒');
  });

  it('answers no when a channel is below the floor', async () => {
    const adopted = await run(
      'dataset',
      'adopt',
      '--name',
      'longer',
      '--window-end',
      '2024-11-20',
      '--days',
      '20',
      '--min-per-channel',
      '15',
    );
    expect([adopted.exitCode, adopted.stderr]).to.deep.equal([2, '']);
    const verified = await run('dataset', 'verify', '--name', 'longer');
    expect(verified.exitCode).to.equal(2);
    expect(verified.json<SeedResult>().channels[0]).to.include({ below_floor: true, days_covered: 10 });
  });

  it('puts every post into the day of its zone', async () => {
    const late = [0, 1, 2].map((at) => ({
      id: at + 2,
      type: 'message',
      date: `2024-11-01T23:3${at}:00`,
      date_unixtime: String(Date.UTC(2024, 10, 1, 20, 30 + at) / 1000),
      text: tinyPost(1, at),
    }));
    const path = await writeTinyExport(join(folder, 'late'), 'pozdno', late);
    const options = ['--name', 'zone', '--window-end', '2024-11-02', '--days', '2', '--min-per-channel', '1'];
    const moscow = (await seed(path, ...options)).json<SeedResult>();
    expect(moscow.channels[0]!.missing_days).to.deep.equal(['2024-11-02']);
    await run('dataset', 'remove', 'zone', '--yes');
    const tokyo = (await seed(path, ...options, '--timezone', 'Asia/Tokyo')).json<SeedResult>();
    expect(tokyo.channels[0]!.missing_days).to.deep.equal(['2024-11-01']);
    await run('dataset', 'remove', 'zone', '--yes');
  });

  it('removes what it seeded and nothing else', async () => {
    const asked = await run('dataset', 'remove', 'default');
    expect([asked.exitCode, asked.error().code]).to.deep.equal([64, 'USAGE']);
    await run('dataset', 'remove', 'longer', '--yes');
    const removed = await run('dataset', 'remove', 'default', '--yes');
    expect(removed.json()).to.include({ removed: true, digests: 10, review_reports: 10 });
    const missing = await run('dataset', 'verify');
    expect([missing.exitCode, missing.error().code]).to.deep.equal([1, 'DATASET_NOT_FOUND']);
  });
});
