import { createHash } from 'node:crypto';
import { appendFile, mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { expect } from 'chai';

import { toExportRecord } from '#etalon/domain/export/to-export-record.js';
import { JsonlSampleFiles } from '#etalon/infrastructure/jsonl/jsonl-sample-files.js';
import { AjvExportSchemas } from '#etalon/infrastructure/schemas/ajv-export-schemas.js';
import { exported } from '../../../support/benchmark-ports.js';
import { collect, expectCode } from '../../../support/expect-code.js';
import { JUDGE, digest, report } from '../../../support/samples.js';
import { inTemporaryFolder } from '../../../support/temporary-folder.js';

const files = new JsonlSampleFiles(new AjvExportSchemas());

describe('JsonlSampleFiles', () => {
  it('reads back what exports write, of both kinds, with line numbers and the hash of the bytes', () =>
    inTemporaryFolder(async (folder) => {
      for (const samples of [
        [digest(1, { judge: JUDGE }), digest(2)],
        [report(1), report(2)],
      ]) {
        const path = await exported(folder, samples);
        const reading = files.read(path, samples[0]!.kind);
        const lines = await collect(reading);
        expect(lines.map(({ record }) => record)).to.deep.equal(samples.map((sample) => toExportRecord(sample)));
        expect(lines.map(({ line }) => line)).to.deep.equal([1, 2]);
        expect(reading.sha256()).to.equal(
          createHash('sha256')
            .update(await readFile(path))
            .digest('hex'),
        );
      }
    }));

  it('says so when the file is an export of the other kind', () =>
    inTemporaryFolder(async (folder) => {
      for (const [sample, asked, words] of [
        [digest(1), 'review_reports', 'holds digests, and the scenario is for review reports'],
        [report(1), 'digests', 'holds review reports, and the scenario is for digests'],
      ] as const) {
        const path = await exported(folder, [sample]);
        const error = await expectCode('BENCHMARK_DATASET_INVALID', collect(files.read(path, asked)));
        expect(error.message).to.contain(words).and.to.contain('line 1');
      }
    }));

  it('reads lines longer than a chunk, and a last line without a newline', () =>
    inTemporaryFolder(async (folder) => {
      const long = 'Мост через реку. '.repeat(40_000);
      const path = await exported(folder, [digest(1, { summaryMarkdown: long }), digest(2)]);
      await writeFile(path, (await readFile(path, 'utf8')).trimEnd());
      const lines = await collect(files.read(path, 'digests'));
      expect(lines[0]!.record.summaryMarkdown).to.equal(long);
      expect(lines).to.have.length(2);
    }));

  it('reads what gzip packed, with the hash of the file as it lies there', () =>
    inTemporaryFolder(async (folder) => {
      const path = await exported(folder, [digest(1), digest(2)]);
      const packed = gzipSync(await readFile(path));
      await writeFile(path, packed);
      const reading = files.read(path, 'digests');
      expect(await collect(reading)).to.have.length(2);
      expect(reading.sha256()).to.equal(createHash('sha256').update(packed).digest('hex'));
      expect(await files.sha256(path)).to.equal(createHash('sha256').update(packed).digest('hex'));
      await writeFile(path, packed.subarray(0, 100));
      await expectCode('BENCHMARK_DATASET_INVALID', collect(files.read(path, 'digests')));
    }));

  it('stops at a line that is longer than any record, packed or not, without holding it', function () {
    this.timeout(60_000);
    return inTemporaryFolder(async (folder) => {
      const path = await exported(folder, [digest(1)]);
      const long = Buffer.concat([await readFile(path), Buffer.alloc(70 * 1024 * 1024, 'a')]);
      await writeFile(path, gzipSync(long, { level: 1 }));
      const error = await expectCode('BENCHMARK_DATASET_INVALID', collect(files.read(path, 'digests')));
      expect(error.message).to.match(/line 2: is longer than/u);
    });
  });

  it('picks samples in the order that is asked for, and knows when a file was written to', () =>
    inTemporaryFolder(async (folder) => {
      const path = await exported(
        folder,
        [1, 2, 3, 4].map((day) => digest(day)),
      );
      const picked = await collect(files.pick(path, 'digests', [3, 0, 2]));
      expect(picked.map(({ position }) => position)).to.deep.equal([3, 0, 2]);
      expect(picked[0]!.record.sampleId).to.equal(digest(4).id);
      const before = await files.fingerprint(path);
      expect(await files.fingerprint(path)).to.equal(before);
      await appendFile(path, ' ');
      expect(await files.fingerprint(path)).to.not.equal(before);
      await expectCode('BENCHMARK_DATASET_NOT_FOUND', files.fingerprint(join(folder, 'none')));
      await expectCode('BENCHMARK_DATASET_NOT_FOUND', files.sha256(join(folder, 'none')));
    }));

  const bad: readonly [string, string | Buffer, RegExp][] = [
    ['text that is not JSON', 'привет\n', /line 2: .*JSON/u],
    ['a line that was cut', '{"sample_id":"a","channel"\n', /line 2: /u],
    ['an array', '[]\n', /line 2: the line must be object/u],
    ['a missing field', '{"sample_id":"a"}\n', /line 2: the line must have required property/u],
    ['an empty line in the middle', '\n{}\n', /line 2: /u],
    ['bytes that are not UTF-8', Buffer.from([0x22, 0xff, 0xfe, 0x22, 0x0a]), /line 2: its bytes are not UTF-8/u],
  ];
  for (const [name, content, message] of bad)
    it(`names file and line of ${name}`, () =>
      inTemporaryFolder(async (folder) => {
        const path = await exported(folder, [digest(1)]);
        await appendFile(path, content);
        const error = await expectCode('BENCHMARK_DATASET_INVALID', collect(files.read(path, 'digests')));
        expect(error.message).to.include(path).and.to.match(message);
        expect(error.details).to.include({ line: 2 });
      }));

  it('refuses samples of the other kind, and moments that no calendar has', () =>
    inTemporaryFolder(async (folder) => {
      const path = await exported(folder, [report(1)]);
      await expectCode('BENCHMARK_DATASET_INVALID', collect(files.read(path, 'digests')));
      const other = await exported(folder, [digest(1)]);
      await writeFile(other, (await readFile(other, 'utf8')).replace('2024-12-01T20', '2024-13-41T20'));
      await expectCode('BENCHMARK_DATASET_INVALID', collect(files.read(other, 'digests')));
    }));

  it('refuses ids that a store would change: two samples could become one', () =>
    inTemporaryFolder(async (folder) => {
      for (const id of ['a\0b', 'a\ud83d', '\ude00a']) {
        const path = await exported(folder, [digest(1)]);
        const line = JSON.parse(await readFile(path, 'utf8')) as object;
        await writeFile(path, `${JSON.stringify({ ...line, sample_id: id })}\n`);
        const error = await expectCode('BENCHMARK_DATASET_INVALID', collect(files.read(path, 'digests')));
        expect(error.message).to.include('/sample_id holds a NUL or half of a surrogate pair');
      }
    }));

  it('does not find a file that is missing or a folder', () =>
    inTemporaryFolder(async (folder) => {
      await expectCode('BENCHMARK_DATASET_NOT_FOUND', collect(files.read(join(folder, 'no.jsonl'), 'digests')));
      await mkdir(join(folder, 'd.jsonl'));
      await expectCode('BENCHMARK_DATASET_NOT_FOUND', collect(files.read(join(folder, 'd.jsonl'), 'digests')));
    }));

  it('believes a manifest only about files that it lists', () =>
    inTemporaryFolder(async (folder) => {
      const path = await exported(folder, [digest(1)]);
      const manifest = join(dirname(path), 'manifest.json');
      const nothing = { dataset: null, timezone: null, sha256: null, exported: null };
      expect(await files.facts(path)).to.deep.equal(nothing);
      await writeFile(manifest, '{broken');
      expect(await files.facts(path)).to.deep.equal(nothing);
      await writeFile(manifest, JSON.stringify({ timezone: 'Asia/Tokyo', query: { 'other.jsonl': { dataset: 'x' } } }));
      expect(await files.facts(path)).to.deep.equal(nothing);
      await writeFile(
        manifest,
        JSON.stringify({
          timezone: 'Asia/Tokyo',
          query: { 'digests.jsonl': { dataset: null } },
          files: [5, { path: 'other.jsonl', sha256: 'a' }, { path: 'digests.jsonl', sha256: 'b' }],
        }),
      );
      expect(await files.facts(path)).to.deep.equal({
        ...{ dataset: null, timezone: 'Asia/Tokyo', sha256: 'b' },
        exported: { limit: null, sample: null, realOnly: false },
      });
    }));
});
