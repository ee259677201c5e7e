import { createHash } from 'node:crypto';
import { readFile, readdir } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import * as zlib from 'node:zlib';
import { expect } from 'chai';
import type { ExportSamplesCommand } from '#etalon/application/export/export-samples.command.js';
import type { ExportResult } from '#etalon/application/export/export-result.js';
import type { ExportManifest, ManifestFile } from '#etalon/domain/export/export-manifest.js';
import { placeholder } from '#etalon/domain/text/placeholder.js';
import { ConfiguredDocumentSchemas } from '#etalon/infrastructure/schemas/configured-document-schemas.js';
import { filled } from '../../../support/export-ports.js';
import { exporterOver } from '../../../support/exporter-over.js';
import { failureOf } from '../../../support/failure-of.js';
import { JUDGE, digest, report } from '../../../support/samples.js';
import type { MemoryStore } from '../../../support/memory-store.js';
import { inTemporaryFolder } from '../../../support/temporary-folder.js';

const schemas = new ConfiguredDocumentSchemas('config/schemas');
const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

interface Exported {
  readonly result: ExportResult;
  readonly manifest: ExportManifest;
  readonly file: ManifestFile;
  readonly bytes: Buffer;
}

async function exported(store: MemoryStore, folder: string, more: Partial<ExportSamplesCommand>): Promise<Exported> {
  const result = await exporterOver(store, folder).execute({ kind: 'digests', ...more });
  const manifest = JSON.parse(await readFile(result.manifest!, 'utf8')) as ExportManifest;
  expect(await schemas.check('export-manifest', manifest)).to.deep.equal([]);
  const validation = join(dirname(result.manifest!), 'schema_validation.json');
  expect(await schemas.check('schema-validation', JSON.parse(await readFile(validation, 'utf8')))).to.deep.equal([]);
  const file = manifest.files.find(({ path }) => result.path.endsWith(`/${path}`))!;
  return { result, manifest, file, bytes: await readFile(result.path) };
}

describe('Export with --skip-invalid', () => {
  it('writes the rest and lists what was left out, a hundred at most', async () => {
    await inTemporaryFolder(async (folder) => {
      const store = await filled(5);
      const bad = Array.from({ length: 120 }, (_, index) => digest(2, { id: `bad-${index}`, latencySeconds: -1 }));
      await store.digests.upsertMany(bad);
      const { result, file, manifest } = await exported(store, folder, { skipInvalid: true });
      expect(result.records).to.equal(5);
      expect(result.skipped.count).to.equal(120);
      expect(file.skipped?.records).to.have.length(100);
      expect(file.skipped?.records[0]).to.deep.equal({
        sample_id: 'bad-0',
        path: '/latency_seconds',
        rule: 'must be > 0',
      });
      const validation = join(dirname(result.manifest!), 'schema_validation.json');
      expect(JSON.parse(await readFile(validation, 'utf8'))).to.deep.include({ ok: false });
      expect(manifest.query['digests.jsonl']).to.not.have.property('skip_invalid');
    });
  });

  it('says nothing of it when all fit, and fails when none does', async () => {
    await inTemporaryFolder(async (folder) => {
      const store = await filled(2);
      expect((await exported(store, folder, { skipInvalid: true })).file).to.not.have.property('skipped');
      await store.digests.upsertMany([1, 2].map((number) => digest(number, { summaryMarkdown: ' ' })));
      const command = { kind: 'digests', skipInvalid: true } as const;
      const error = await failureOf(exporterOver(store, folder).execute(command));
      expect(error.code).to.equal('EXPORT_EMPTY');
      expect(error.message).to.contain('digest-city-2024-12-01: /summary_markdown');
    });
  });
});

describe('Export with --redact', () => {
  it('replaces people in every written text, the same in every record, and says so in the query', async () => {
    await inTemporaryFolder(async (folder) => {
      const store = await filled(0);
      const text = 'Пишите @Anna_Test, anna@mail.ru, +7 916 123-45-67; канал @city.';
      const judge = { ...JUDGE, notes: text };
      const post = { title: text, summary: 'Открыт мост.', text };
      await store.digests.upsertMany([1, 2].map((n) => digest(n, { summaryMarkdown: text, posts: [post], judge })));
      const { bytes, manifest } = await exported(store, folder, { redact: true });
      const line = bytes.toString();
      expect(line).to.not.match(/anna|916|mail/iu);
      expect(line).to.contain('канал @city').and.contain('"channel":"@city"');
      expect(line.split(placeholder('имя', 'anna_test'))).to.have.length(1 + 2 * 4);
      expect(manifest.query['digests.jsonl']).to.deep.include({ redact: true });
      const plain = await exported(store, folder, {});
      expect(plain.manifest.query['digests.jsonl']).to.deep.include({ redact: false });
      const one = await exported(store, folder, { redact: true, limit: 1 });
      expect(line.startsWith(one.bytes.toString())).to.equal(true);
    });
  });

  it("replaces a student's id, and leaves none where there is none", async () => {
    await inTemporaryFolder(async (folder) => {
      const store = await filled(0);
      await store.reviewReports.upsertMany([report(1, { studentId: 'Иванов Иван' }), report(2)]);
      const { bytes } = await exported(store, folder, { kind: 'review_reports', redact: true });
      const ids = bytes.toString().match(/"student_id":[^,]*/gu);
      expect(ids).to.deep.equal([`"student_id":"${placeholder('имя', 'иванов иван')}"`, '"student_id":null']);
    });
  });
});

describe('Export with --compress', () => {
  it('gzip gives the same bytes twice, and states both sizes and hashes', async () => {
    await inTemporaryFolder(async (folder) => {
      const store = await filled(28);
      const plain = await exported(store, folder, {});
      const [one, two] = [
        await exported(store, folder, { compress: 'gzip' }),
        await exported(store, folder, { compress: 'gzip' }),
      ];
      expect(one.result.path).to.match(/digests\.jsonl\.gz$/);
      expect(one.bytes.equals(two.bytes)).to.equal(true);
      expect(gunzipSync(one.bytes).equals(plain.bytes)).to.equal(true);
      expect(one.file).to.deep.include({ records: 28, bytes: one.bytes.length, sha256: sha256(one.bytes) });
      expect(one.file.uncompressed).to.deep.equal({ bytes: plain.bytes.length, sha256: plain.file.sha256 });
      expect(one.file.blocks).to.deep.equal(plain.file.blocks);
      expect(one.manifest.files.map(({ path }) => path)).to.deep.equal(['digests.jsonl', 'digests.jsonl.gz']);
    });
  });

  it('keeps a suffix that is there, writes a device under its own name, and fails on a full one', async () => {
    await inTemporaryFolder(async (folder) => {
      const store = await filled(3);
      const output = join(folder, 'x.gz');
      expect((await exported(store, folder, { compress: 'gzip', output })).result.path).to.equal(output);
      const run = (place: string) =>
        exporterOver(store, folder).execute({ kind: 'digests', compress: 'gzip', output: place });
      expect((await run('/dev/null')).path).to.equal('/dev/null');
      expect((await failureOf(run('/dev/full'))).code).to.equal('DISK_FULL');
    });
  });

  it('zstd works where the runtime has it, and is refused with a code where not', async () => {
    await inTemporaryFolder(async (folder) => {
      const store = await filled(3);
      const { zstdDecompressSync } = zlib as { zstdDecompressSync?: (bytes: Uint8Array) => Buffer };
      if (zstdDecompressSync === undefined) {
        const refused = exporterOver(store, folder).execute({ kind: 'digests', compress: 'zstd' });
        expect((await failureOf(refused)).code).to.equal('EXPORT_COMPRESSION_UNSUPPORTED');
        expect(await readdir(folder)).to.deep.equal([]);
        return;
      }
      const { bytes, file } = await exported(store, folder, { compress: 'zstd' });
      expect(file.path).to.equal('digests.jsonl.zst');
      expect(sha256(zstdDecompressSync(bytes))).to.equal(file.uncompressed?.sha256);
    });
  });
});
