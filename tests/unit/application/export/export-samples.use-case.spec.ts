import { createHash } from 'node:crypto';
import { readFile, readdir, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect } from 'chai';
import { countDataset } from '#etalon/application/dataset/count/count-dataset.js';
import { sampleCheck } from '#etalon/application/dataset/count/sample-check.js';
import { windowOf } from '#etalon/application/dataset/dataset-window.js';
import { ExportSamplesUseCase } from '#etalon/application/export/export-samples.use-case.js';
import type { ExportManifest } from '#etalon/domain/export/export-manifest.js';
import { ConfiguredDocumentSchemas } from '#etalon/infrastructure/schemas/configured-document-schemas.js';
import { RussianTextTools } from '#etalon/infrastructure/text/russian-text-tools.js';
import { exportPorts, filled, recordOf, sha256Hasher } from '../../../support/export-ports.js';
import { failureOf } from '../../../support/failure-of.js';
import { MemoryStore } from '../../../support/memory-store.js';
import { JUDGE, digest, report } from '../../../support/samples.js';
import { inTemporaryFolder } from '../../../support/temporary-folder.js';

const SETTINGS = { createdBy: 'etalon 1.2.3', defaultTimezone: 'Europe/Moscow' };

function exporter(store: MemoryStore, folder: string): ExportSamplesUseCase {
  return new ExportSamplesUseCase(exportPorts(store, folder), SETTINGS);
}

async function idsIn(path: string): Promise<readonly string[]> {
  const lines = (await readFile(path, 'utf8')).split('\n');
  expect(lines.pop()).to.equal('');
  return lines.map((line) => (JSON.parse(line) as { sample_id: string }).sample_id.slice(-2));
}

async function manifestIn(folder: string): Promise<ExportManifest> {
  const manifest = JSON.parse(await readFile(join(folder, 'manifest.json'), 'utf8')) as ExportManifest;
  const faults = await new ConfiguredDocumentSchemas('config/schemas').check('export-manifest', manifest);
  expect(faults).to.deep.equal([]);
  return manifest;
}

describe('ExportSamplesUseCase', () => {
  it('writes every document in order of time, with a manifest that tells the truth', async () => {
    await inTemporaryFolder(async (folder) => {
      const result = await exporter(await filled(5), folder).execute({ kind: 'digests' });
      expect(result.path).to.equal(join(folder, 'benchmarks/exports/2024-12-05/digests.jsonl'));
      expect(await idsIn(result.path)).to.deep.equal(['01', '02', '03', '04', '05']);
      const [file] = (await manifestIn(join(result.path, '..'))).files;
      const bytes = await readFile(result.path);
      expect(file).to.deep.include({ path: 'digests.jsonl', records: 5, bytes: bytes.length });
      expect(file?.sha256).to.equal(createHash('sha256').update(bytes).digest('hex'));
      expect(file?.blocks).to.deep.equal([file?.sha256]);
    });
  });

  it('gives the same bytes twice, in every file', async () => {
    await inTemporaryFolder(async (folder) => {
      const store = await filled(9);
      const contents = async (name: string): Promise<readonly string[]> => {
        const command = { kind: 'digests', output: join(folder, name, 'x.jsonl') } as const;
        await exporter(store, folder).execute(command);
        const files = (await readdir(join(folder, name))).sort();
        expect(files).to.deep.equal(['manifest.json', 'schema_validation.json', 'x.jsonl']);
        return await Promise.all(files.map((file) => readFile(join(folder, name, file), 'utf8')));
      };
      expect(await contents('a')).to.deep.equal(await contents('b'));
    });
  });

  it('puts both kinds into one manifest and one schema_validation.json', async () => {
    await inTemporaryFolder(async (folder) => {
      const store = await filled(3);
      await exporter(store, folder).execute({ kind: 'review_reports' });
      const { path } = await exporter(store, folder).execute({ kind: 'digests' });
      const target = join(path, '..');
      expect((await manifestIn(target)).files.map((file) => file.path)).to.deep.equal([
        'digests.jsonl',
        'review_reports.jsonl',
      ]);
      const validation = JSON.parse(await readFile(join(target, 'schema_validation.json'), 'utf8')) as unknown;
      const check = new ConfiguredDocumentSchemas('config/schemas');
      expect(await check.check('schema-validation', validation)).to.deep.equal([]);
    });
  });

  it("takes window, zone and channels from the data set's record", async () => {
    await inTemporaryFolder(async (folder) => {
      const store = await filled(9);
      await store.digests.upsertMany([digest(4, { id: 'other-04', channel: '@other' })]);
      await store.datasets.save(recordOf('2024-12-03', '2024-12-05'));
      const { path } = await exporter(store, folder).execute({ kind: 'digests' });
      expect(path).to.contain('2024-12-05');
      expect(await idsIn(path)).to.deep.equal(['03', '04', '05']);
      const manifest = await manifestIn(join(path, '..'));
      expect(manifest.timezone).to.equal('Europe/Moscow');
      expect(manifest.query['digests.jsonl']).to.deep.include({
        dataset: 'default',
        from: '2024-12-02T21:00:00.000Z',
        to: '2024-12-05T20:59:59.999Z',
        channels: ['@city'],
      });
    });
  });

  it('says how many there are when a random sample asks for more', async () => {
    await inTemporaryFolder(async (folder) => {
      const store = await filled(9);
      const drawn = async (size: number) =>
        await exporter(store, folder).execute({ kind: 'digests', sample: { seed: 1, size } });
      expect((await drawn(9)).warnings).to.deep.equal([]);
      expect(await drawn(1000)).to.deep.include({
        ...{ records: 9, warnings: ['There are 9 documents that fit the query: --sample 1000 took all of them.'] },
      });
    });
  });

  it('states the hash that the data set has, whatever its record says, and warns of a difference', async () => {
    await inTemporaryFolder(async (folder) => {
      const store = await filled(9);
      const record = recordOf('2024-12-03', '2024-12-05');
      const textTools = new RussianTextTools();
      const count = async () =>
        await countDataset(store, record, { hasher: sha256Hasher, check: sampleCheck(windowOf(record), textTools) });
      const { datasetHash } = await count();
      await store.datasets.save({ ...record, datasetHash });
      const exported = async () => {
        const { path, warnings } = await exporter(store, folder).execute({ kind: 'digests' });
        const { dataset_hash, scores_hash } = await manifestIn(join(path, '..'));
        return { dataset_hash, scores_hash, warnings };
      };
      expect(await exported()).to.deep.equal({ dataset_hash: datasetHash, scores_hash: null, warnings: [] });
      await store.reviewReports.upsertMany([report(4, { synthesis: 'Другое.' })]);
      await store.digests.upsertMany([digest(4, { judge: JUDGE })]);
      const changed = await count();
      const { dataset_hash, scores_hash, warnings } = await exported();
      expect([dataset_hash, scores_hash]).to.deep.equal([changed.datasetHash, changed.scoresHash]);
      expect(dataset_hash).to.not.equal(datasetHash);
      expect(warnings.join(' ')).to.match(/other documents.*other judge scores/);
      await store.datasets.save({ ...record, status: 'seeding', datasetHash: null });
      const interrupted = await exported();
      expect(interrupted.dataset_hash).to.equal(changed.datasetHash);
      expect(interrupted.warnings.join(' ')).to.contain('interrupted');
      await store.datasets.remove('default');
      expect((await exporter(store, folder).execute({ kind: 'digests' })).warnings).to.deep.equal([]);
    });
  });

  it('lists every file of exports that go into one folder at once', async () => {
    await inTemporaryFolder(async (folder) => {
      const store = await filled(5);
      const names = ['a.jsonl', 'b.jsonl', 'c.jsonl', 'd.jsonl', 'e.jsonl', 'f.jsonl'];
      const target = join(folder, 'out');
      await Promise.all(
        names.map((name, index) => {
          const kind = index % 2 === 0 ? 'digests' : 'review_reports';
          return exporter(store, folder).execute({ kind, output: join(target, name) });
        }),
      );
      expect((await manifestIn(target)).files.map(({ path }) => path)).to.deep.equal(names);
      expect((await readdir(target)).sort()).to.deep.equal([...names, 'manifest.json', 'schema_validation.json']);
    });
  });

  it('lets options win over the record', async () => {
    await inTemporaryFolder(async (folder) => {
      const store = await filled(9);
      await store.datasets.save(recordOf('2024-12-03', '2024-12-05'));
      const from = '2024-12-05' as never;
      const { path } = await exporter(store, folder).execute({
        kind: 'digests',
        from,
        to: '2024-12-07' as never,
      });
      expect(await idsIn(path)).to.deep.equal(['05', '06', '07']);
    });
  });

  it('counts hours back from the newest document', async () => {
    await inTemporaryFolder(async (folder) => {
      const store = await filled(9);
      for (const [hours, ids] of [
        [24, ['09']],
        [48, ['08', '09']],
      ] as const) {
        const { path } = await exporter(store, folder).execute({ kind: 'digests', hours });
        expect(await idsIn(path)).to.deep.equal(ids);
      }
    });
  });

  it('leaves out what is marked synthetic, other languages and channels, and stops at the limit', async () => {
    await inTemporaryFolder(async (folder) => {
      const store = await filled(5);
      const { metadata } = digest(1);
      await store.digests.upsertMany([
        digest(1, { metadata: { ...metadata, provenance: 'synthetic' } }),
        digest(2, { metadata: { ...metadata, provenance: 'unmarked' } }),
        digest(3, { language: 'en' }),
        digest(6, { channel: '@other' }),
      ]);
      const base = { kind: 'digests', realOnly: true, language: 'ru', channels: ['@city'] } as const;
      const { path } = await exporter(store, folder).execute(base);
      expect(await idsIn(path)).to.deep.equal(['02', '04', '05']);
      await exporter(store, folder).execute({ ...base, limit: 2 });
      expect(await idsIn(path)).to.deep.equal(['02', '04']);
    });
  });

  it('chooses by seed, whatever the store gives first and whatever else is there', async () => {
    await inTemporaryFolder(async (folder) => {
      const choose = async (store: MemoryStore, seed: number): Promise<readonly string[]> => {
        const { path } = await exporter(store, folder).execute({
          kind: 'digests',
          sample: { seed, size: 6 },
        });
        return await idsIn(path);
      };
      const [forwards, backwards] = [new MemoryStore(), new MemoryStore()];
      const all = Array.from({ length: 28 }, (_, index) => digest(index + 1));
      await forwards.digests.upsertMany(all);
      await backwards.digests.upsertMany([...all].reverse());
      const chosen = await choose(forwards, 7);
      expect(chosen).to.have.length(6);
      expect(chosen).to.deep.equal([...chosen].sort());
      expect(await choose(backwards, 7)).to.deep.equal(chosen);
      expect(await choose(forwards, 8)).to.not.deep.equal(chosen);
      const unchosen = all.find(({ id }) => !chosen.includes(id.slice(-2)))!;
      await forwards.digests.deleteMany([unchosen.id]);
      expect(await choose(forwards, 7)).to.deep.equal(chosen);
    });
  });

  it('lists files of another state of the data no more', async () => {
    await inTemporaryFolder(async (folder) => {
      const store = await filled(3);
      await store.datasets.save(recordOf('2024-12-01', '2024-12-03'));
      await exporter(store, folder).execute({ kind: 'digests' });
      await store.digests.upsertMany([digest(2, { summaryMarkdown: '## Другое\n\n- Другое.' })]);
      const result = await exporter(store, folder).execute({ kind: 'review_reports' });
      expect(result.dropped).to.deep.equal(['digests.jsonl']);
      const { files } = await manifestIn(join(result.path, '..'));
      expect(files.map(({ path }) => path)).to.deep.equal(['review_reports.jsonl']);
    });
  });

  it('replaces a manifest that is broken, or points out of its folder', async () => {
    await inTemporaryFolder(async (folder) => {
      const store = await filled(3);
      const output = join(folder, 'digests.jsonl');
      const good = await exporter(store, folder).execute({ kind: 'digests', output });
      const text = await readFile(good.manifest!, 'utf8');
      for (const bad of ['', '{', '[]', 'null', text.replaceAll('digests.jsonl', '../digests.jsonl')]) {
        await writeFile(good.manifest!, bad);
        await exporter(store, folder).execute({ kind: 'digests', output });
        expect(await readFile(good.manifest!, 'utf8')).to.equal(text);
      }
    });
  });

  it('sets the metric of its duration', async () => {
    await inTemporaryFolder(async (folder) => {
      const observed: unknown[] = [];
      const ports = exportPorts(await filled(1), folder, observed);
      await new ExportSamplesUseCase(ports, SETTINGS).execute({ kind: 'digests' });
      expect(observed).to.deep.equal([['benchmark_export_duration_seconds', { exporter: 'digests' }]]);
    });
  });

  it('is one span', async () => {
    await inTemporaryFolder(async (folder) => {
      const spans: unknown[] = [];
      const ports = exportPorts(await filled(1), folder);
      const tracer: typeof ports.tracer = {
        span: (name, attributes, work) => (spans.push([name, attributes]), work({ add: () => undefined })),
      };
      await new ExportSamplesUseCase({ ...ports, tracer }, SETTINGS).execute({ kind: 'digests' });
      expect(spans).to.deep.equal([['export', { exporter: 'digests' }]]);
    });
  });

  it('knows how many records there are to come', async () => {
    await inTemporaryFolder(async (folder) => {
      const totals: unknown[] = [];
      const ports = exportPorts(await filled(9), folder);
      const progress: typeof ports.progress = {
        start: (_label, total) => (totals.push(total), ports.progress.start('')),
      };
      const counted = new ExportSamplesUseCase({ ...ports, progress }, SETTINGS);
      for (const more of [{}, { hours: 48 }, { limit: 4 }, { sample: { seed: 1, size: 3 } }]) {
        await counted.execute({ kind: 'digests', ...more });
      }
      expect(totals).to.deep.equal([9, 2, 4, 3]);
    });
  });

  it('writes into a device without a manifest', async () => {
    await inTemporaryFolder(async (folder) => {
      const result = await exporter(await filled(2), folder).execute({
        kind: 'digests',
        output: '/dev/null',
      });
      expect(result).to.deep.include({ records: 2, manifest: null });
    });
  });
});

describe('ExportSamplesUseCase, refusing', () => {
  const untouched = async (code: string, run: (folder: string) => Promise<unknown>): Promise<void> => {
    await inTemporaryFolder(async (folder) => {
      expect((await failureOf(run(folder))).code).to.equal(code);
      expect(await readdir(folder)).to.deep.equal([]);
    });
  };

  it('has nothing to export from an empty store, a query without answer, or no store', async () => {
    await untouched('EXPORT_EMPTY', (folder) => exporter(new MemoryStore(), folder).execute({ kind: 'digests' }));
    await untouched('EXPORT_EMPTY', async (folder) =>
      exporter(await filled(3), folder).execute({ kind: 'digests', language: 'en' }),
    );
    await untouched('EXPORT_EMPTY', async (folder) => {
      const ports = exportPorts(await filled(1), folder);
      const stores = { ...ports.stores, openExisting: () => Promise.resolve(undefined) };
      return await new ExportSamplesUseCase({ ...ports, stores }, SETTINGS).execute({ kind: 'digests' });
    });
  });

  it('knows no such channel, no such data set, no such zone', async () => {
    await untouched('EXPORT_CHANNEL_UNKNOWN', async (folder) =>
      exporter(await filled(3), folder).execute({ kind: 'digests', channels: ['@nobody'] }),
    );
    await untouched('DATASET_NOT_FOUND', async (folder) =>
      exporter(await filled(3), folder).execute({ kind: 'digests', dataset: 'nobody' }),
    );
    await untouched('STORE_DOCUMENT_INVALID', async (folder) => {
      const store = await filled(3);
      await store.datasets.save({ ...recordOf('2024-12-01', '2024-12-03'), timezone: 'Mars/Base' });
      return await exporter(store, folder).execute({ kind: 'digests' });
    });
  });

  const wrong = [
    { hours: 24, from: '2024-12-01' as never },
    { from: '2024-12-03' as never, to: '2024-12-01' as never },
    { hours: 0 },
    { output: 'x/manifest.json' },
    { hours: NaN },
    { limit: 0 },
    { sample: { seed: 1, size: 1.5 } },
  ];
  for (const options of wrong) {
    it(`refuses ${JSON.stringify(options)}`, async () => {
      await untouched('USAGE', async (folder) =>
        exporter(await filled(3), folder).execute({ kind: 'digests', ...options }),
      );
    });
  }

  for (const bad of [1, 3]) {
    it(`names the record that does not fit, be it number ${bad}, and leaves no file`, async () => {
      await inTemporaryFolder(async (folder) => {
        const store = await filled(3);
        await store.digests.upsertMany([digest(bad, { latencySeconds: -1 })]);
        const error = await failureOf(exporter(store, folder).execute({ kind: 'digests' }));
        expect(error.code).to.equal('EXPORT_RECORD_INVALID');
        expect(error.details).to.deep.include({ sample_id: digest(bad).id, path: '/latency_seconds' });
        expect(error.message).to.contain('> 0');
        expect(await readdir(folder)).to.deep.equal([]);
      });
    });
  }

  it('stops when it is interrupted, leaving nothing', async () => {
    await untouched('INTERRUPTED', async (folder) =>
      exporter(await filled(3), folder).execute({ kind: 'digests', signal: AbortSignal.abort() }),
    );
  });

  it('leaves the old set alone when it fails', async () => {
    await inTemporaryFolder(async (folder) => {
      const store = await filled(3);
      const { path, manifest } = await exporter(store, folder).execute({ kind: 'digests' });
      const before = [await readFile(path, 'utf8'), await readFile(manifest!, 'utf8')];
      await store.digests.upsertMany([digest(3, { latencySeconds: -1 })]);
      await failureOf(exporter(store, folder).execute({ kind: 'digests' }));
      expect([await readFile(path, 'utf8'), await readFile(manifest!, 'utf8')]).to.deep.equal(before);
      expect(await readdir(join(path, '..'))).to.have.length(3);
    });
  });

  it('fails on a full disk and on a folder for a file', async () => {
    await untouched('DISK_FULL', async (folder) =>
      exporter(await filled(3), folder).execute({ kind: 'digests', output: '/dev/full' }),
    );
    await untouched('FILE_WRITE_FAILED', async (folder) =>
      exporter(await filled(3), folder).execute({ kind: 'digests', output: folder }),
    );
    expect((await stat('/dev/full')).isCharacterDevice()).to.equal(true);
  });

  it('exports review reports as it does digests', async () => {
    await inTemporaryFolder(async (folder) => {
      const store = new MemoryStore();
      await store.reviewReports.upsertMany([report(2), report(1)]);
      const { path } = await exporter(store, folder).execute({ kind: 'review_reports' });
      expect(path).to.contain('review_reports.jsonl');
      expect(await idsIn(path)).to.deep.equal(['01', '02']);
    });
  });
});
