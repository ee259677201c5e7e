import { readFile, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { expect } from 'chai';
import type { DigestSample } from '#etalon/domain/dataset/digest-sample.js';
import { JsonlExportWriter } from '#etalon/infrastructure/jsonl/export-writer.js';
import { ExportSamplesUseCase } from '#etalon/application/export/export-samples.use-case.js';
import { exporterOver } from '../support/exporter-over.js';
import { exportPorts } from '../support/export-ports.js';
import { failureOf } from '../support/failure-of.js';
import { MemoryStore } from '../support/memory-store.js';
import { JUDGE } from '../support/samples.js';
import { digest, digests } from '../support/sample-factory.js';
import type { RawDocument } from '../support/store-harness.js';
import { inTemporaryFolder } from '../support/temporary-folder.js';
import { describeStores } from './describe-stores.js';

const MOMENT = Date.UTC(2024, 4, 5, 12);
const HOSTILE = ['NUL \u0000 in', 'line\u2028and\u2029paragraph', '"\\/\b\f\n\r\t', '😀 é й', '\u202E\uFEFF\u0007 x'];

/** A digest as a team's own program wrote it. */
function legacy(id: string, changes: Record<string, unknown>): RawDocument {
  const items = [{ title: 'А', summary: 'Б', content: 'В' }];
  const document = { digest_id: id, channel: '@old', summary: 'С.', items, created_at: new Date(MOMENT).toISOString() };
  return { id, channel: '@old', createdAt: MOMENT, document: { ...document, latency_seconds: 1, ...changes } };
}

interface Line {
  readonly sample_id: string;
  readonly timestamp: string;
  readonly source_text: string;
  readonly summary_markdown: string;
}

async function linesOf(path: string): Promise<readonly Line[]> {
  const lines = (await readFile(path, 'utf8')).trimEnd().split('\n');
  return lines.map((line) => JSON.parse(line) as Line);
}

describeStores('An export of hostile documents', (given) => {
  it('keeps every text as it is in NFC, one line a record', async () => {
    const samples = HOSTILE.map((text, n) =>
      digest(n, { summaryMarkdown: text, posts: [{ title: '', summary: '', text }], judge: { ...JUDGE, notes: text } }),
    );
    await given.store.digests.upsertMany(samples);
    await inTemporaryFolder(async (folder) => {
      const { path } = await exporterOver(given.store, folder).execute({ kind: 'digests' });
      const lines = await linesOf(path);
      expect(lines.map(({ source_text: text }) => text).sort()).to.deep.equal(
        HOSTILE.map((text) => text.normalize('NFC')).sort(),
      );
    });
  });

  it('reads dates of any form, and gives one zero', async () => {
    const quality = {
      llm_judge: {
        ...{ judge_model: 'x', prompt_version: '1', verdict: JUDGE.verdict, notes: '' },
        scores: { ...JUDGE.scores, coherence: -0 },
      },
    };
    const forms = ['2024-05-05T12:00:00Z', MOMENT / 1000, MOMENT, '2024-05-05 15:00:00+03:00'];
    const raws = forms.map((created_at, n) => legacy(`d${n}`, { created_at, ground_truth: quality }));
    await given.place.insertRaw('digests', raws);
    await inTemporaryFolder(async (folder) => {
      const { path } = await exporterOver(given.store, folder).execute({ kind: 'digests' });
      const moments = (await linesOf(path)).map(({ timestamp }) => timestamp);
      expect(moments).to.deep.equal(Array(4).fill(new Date(MOMENT).toISOString()));
      expect(await readFile(path, 'utf8'))
        .to.contain('"coherence":0,')
        .and.not.contain('-0,');
    });
  });

  it('names what it cannot read, or leaves it out when told so', async () => {
    const bad = [legacy('d2', { latency_seconds: 'soon' }), legacy('d3', { items: 5 }), legacy('d4', { summary: '' })];
    await given.place.insertRaw('digests', [legacy('d1', {}), ...bad]);
    await inTemporaryFolder(async (folder) => {
      const exporter = exporterOver(given.store, folder);
      const error = await failureOf(exporter.execute({ kind: 'digests' }));
      expect(error.code).to.be.oneOf(['STORE_DOCUMENT_INVALID', 'EXPORT_RECORD_INVALID']);
      expect(error.message).to.contain('d2').and.contain('/latency_seconds');
      expect(await readdir(folder)).to.deep.equal([]);
      const { records, skipped } = await exporter.execute({ kind: 'digests', skipInvalid: true });
      expect(records).to.equal(1);
      expect(skipped.records.map(({ sample_id: id, path }) => `${id} ${path}`)).to.deep.equal([
        ...['d2 /latency_seconds', 'd3 /items', 'd4 /summary_markdown'],
      ]);
    });
  });

  it('takes a document of nearly 16 MB', async function () {
    this.timeout(60_000);
    const text = 'Длинный текст. '.repeat(Math.floor(15_500_000 / 27));
    await given.place.insertRaw('digests', [legacy('d1', { items: [{ text }] }), legacy('d2', {})]);
    await inTemporaryFolder(async (folder) => {
      const { path, records } = await exporterOver(given.store, folder).execute({ kind: 'digests' });
      expect(records).to.equal(2);
      expect((await linesOf(path))[0]?.source_text === text).to.equal(true);
    });
  });

  it('shows one moment when documents change meanwhile, or fails and leaves nothing', async () => {
    const versions = (summaryMarkdown: string): DigestSample[] =>
      digests(300).map((sample) => ({ ...sample, summaryMarkdown }));
    await given.store.digests.upsertMany(versions('Один.'));
    await inTemporaryFolder(async (folder) => {
      const ports = exportPorts(new MemoryStore(), folder);
      const stores = { ...ports.stores, openExisting: () => Promise.resolve(given.store) };
      const real = new JsonlExportWriter();
      /** Everything is written anew between the first record that is read and the first line that is written. */
      const writer = {
        open: async (path: string) => {
          await given.store.digests.upsertMany(versions('Два.'));
          return await real.open(path);
        },
      };
      const settings = { createdBy: 'etalon 1.2.3', defaultTimezone: 'Europe/Moscow' };
      const exporting = new ExportSamplesUseCase({ ...ports, stores, writer }, settings).execute({ kind: 'digests' });
      if (given.store.kind === 'sqlite') {
        const lines = await linesOf((await exporting).path);
        expect(new Set(lines.map(({ summary_markdown: text }) => text))).to.deep.equal(new Set(['Один.']));
        return;
      }
      expect((await failureOf(exporting)).code).to.equal('EXPORT_SOURCE_CHANGED');
      expect(await readdir(folder)).to.deep.equal([]);
      const { path } = await exporterOver(given.store, folder).execute({ kind: 'digests', output: join(folder, 'x') });
      expect(new Set((await linesOf(path)).map(({ summary_markdown: text }) => text))).to.deep.equal(new Set(['Два.']));
    });
  });
});
