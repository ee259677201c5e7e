import { appendFile, copyFile, mkdir, readFile, rename, rm, truncate, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect } from 'chai';
import type { VerifyExportCommand } from '#etalon/application/export/verify/verify-export.use-case.js';
import type { ExportCheck, FileProblem } from '#etalon/domain/export/verify/export-check.js';
import type { JsonValue } from '#etalon/domain/shared/json-value.js';
import { CheckedExport, sha256 } from '../../../../support/checked-export.js';
import { recordOf } from '../../../../support/export-ports.js';
import { failureOf } from '../../../../support/failure-of.js';
import { digest, digests } from '../../../../support/sample-factory.js';

/** The problem of the only file that has one. */
function problemIn({ ok, files }: ExportCheck, path = 'digests.jsonl'): FileProblem {
  expect(ok).to.equal(false);
  const bad = files.filter(({ problem }) => problem !== null);
  expect(bad.map((file) => file.path)).to.deep.equal([path]);
  return bad[0]!.problem!;
}

const AGAINST: VerifyExportCommand = { againstStore: true };

describe('VerifyExportUseCase', () => {
  it('finds nothing wrong with an export, by itself, against the store, and run twice', async () => {
    await CheckedExport.in(2500, async (made) => {
      for (const options of [{}, AGAINST, { twice: true }, { ...AGAINST, twice: true }]) {
        const check = await made.verify(options);
        expect(check.files.map(({ problem }) => problem)).to.deep.equal([null]);
        expect(check).to.deep.include({ ok: true, leftovers: [] });
      }
      const hash = sha256(await readFile(made.path('digests.jsonl')));
      const [file] = (await made.verify({ twice: true })).files;
      expect(file?.twice).to.deep.equal({ records: 2500, sha256: [hash, hash], identical: true });
    });
  });

  it('names the block of a flipped byte, and against the store the line, the field and the character', async () => {
    await CheckedExport.in(2500, async (made) => {
      const bytes = await readFile(made.path('digests.jsonl'));
      const at = bytes.indexOf('мост', bytes.length / 2);
      bytes[at + 1]! ^= 1;
      await writeFile(made.path('digests.jsonl'), bytes);
      const line = bytes.subarray(0, at).toString('latin1').split('\n').length;
      const block = problemIn(await made.verify());
      expect(block).to.deep.include({ kind: 'changed', line: 1001, difference: null, block: { from: 1001, to: 2000 } });
      expect(block.message).to.contain('lines 1001 to 2000').and.to.contain('SHA-256');
      const exact = problemIn(await made.verify(AGAINST));
      expect(exact).to.deep.include({ kind: 'changed', line }).and.not.to.have.property('block');
      expect(exact.difference?.store).to.contain('мост');
      expect(exact.difference?.file).to.contain('ност');
      expect(exact.difference?.field).to.match(/^\/(?:source_text|summary_markdown)$/);
    });
  });

  type Edit = (made: CheckedExport) => Promise<unknown>;
  const edits: readonly (readonly [string, Edit, Partial<FileProblem>, Partial<FileProblem>])[] = [
    [
      'a file that was cut',
      async (made) => truncate(made.path('digests.jsonl'), (await readFile(made.path('digests.jsonl'))).length - 10),
      { kind: 'changed', line: 1001 },
      { kind: 'changed', line: 1200 },
    ],
    [
      'a file without its last newline',
      async (made) => truncate(made.path('digests.jsonl'), (await readFile(made.path('digests.jsonl'))).length - 1),
      { kind: 'changed', line: 1001 },
      { kind: 'changed', line: 1200 },
    ],
    [
      'a line too many',
      (made) => made.editLines((lines) => [...lines, lines.at(-1)!.replace('digest-', 'extra-')]),
      { kind: 'changed', line: 1001 },
      { kind: 'changed', line: 1201 },
    ],
    [
      'a line too few',
      (made) => made.editLines((lines) => lines.toSpliced(499, 1)),
      { kind: 'changed', line: 1 },
      { kind: 'changed', line: 500 },
    ],
    [
      'two lines that changed places',
      (made) => made.editLines((lines) => lines.toSpliced(1100, 2, lines[1101]!, lines[1100]!)),
      { kind: 'changed', line: 1001 },
      { kind: 'changed', line: 1101 },
    ],
    [
      'a line that stands twice',
      (made) => made.editLines((lines) => lines.toSpliced(700, 0, lines[699]!)),
      { kind: 'changed', line: 1 },
      { kind: 'changed', line: 701 },
    ],
    [
      'another number that is the same',
      (made) =>
        made.editLines((lines) =>
          lines.with(9, lines[9]!.replace(/"latency_seconds":(\d+)\.25/, '"latency_seconds":$1.250')),
        ),
      { kind: 'changed', line: 1 },
      { kind: 'changed', line: 10 },
    ],
    [
      'bytes that are not UTF-8',
      async (made) => {
        const bytes = await readFile(made.path('digests.jsonl'));
        bytes[bytes.indexOf('мост')] = 0xff;
        await writeFile(made.path('digests.jsonl'), bytes);
      },
      { kind: 'changed', line: 1 },
      { kind: 'changed', line: 1 },
    ],
    [
      'a hash that was edited in the manifest',
      (made) => made.editManifest(({ files: [file] }) => (file!.sha256 = 'f'.repeat(64))),
      { kind: 'manifest_differs', line: null },
      { kind: 'manifest_differs', line: null },
    ],
    [
      'the hash of a block that was edited',
      (made) => made.editManifest(({ files: [file] }) => (file!.blocks = [file!.blocks[0]!, 'f'.repeat(64)])),
      { kind: 'manifest_differs', line: 1001 },
      { kind: 'manifest_differs', line: 1001 },
    ],
    [
      'a manifest of another export',
      async (made) => {
        await copyFile(made.path('manifest.json'), made.path('old.json'));
        await copyFile(made.path('schema_validation.json'), made.path('old-validation.json'));
        await made.store.digests.upsertMany([digest(0, { summaryMarkdown: '## Главное\n\nДругое.' })]);
        await made.export();
        await rename(made.path('old.json'), made.path('manifest.json'));
        await rename(made.path('old-validation.json'), made.path('schema_validation.json'));
      },
      { kind: 'changed', line: 1 },
      { kind: 'manifest_differs', line: 1 },
    ],
    [
      'a line that the schema refuses, covered up',
      async (made) => {
        await made.editLines((lines) => lines.with(1049, lines[1049]!.replace('"language":"ru"', '"language":""')));
        await made.adoptLines();
      },
      { kind: 'schema', line: 1050 },
      { kind: 'schema', line: 1050 },
    ],
    [
      'lines out of order, covered up',
      async (made) => {
        await made.editLines((lines) => lines.toSpliced(1100, 2, lines[1101]!, lines[1100]!));
        await made.adoptLines();
      },
      { kind: 'order', line: 1102 },
      { kind: 'order', line: 1102 },
    ],
    [
      'an id that stands twice, far away and covered up',
      async (made) => {
        await made.editLines((lines) => {
          const id = /"sample_id":"[^"]+"/;
          return lines.with(1150, lines[1150]!.replace(id, id.exec(lines[3]!)![0]));
        });
        await made.adoptLines();
      },
      { kind: 'duplicate', line: 1151 },
      { kind: 'duplicate', line: 1151 },
    ],
    [
      'another schema',
      async (made) => {
        await made.editManifest(({ files: [file] }) => (file!.schema_sha256 = 'e'.repeat(64)));
        await made.restate();
      },
      { kind: 'schema_version', line: null },
      { kind: 'schema_version', line: null },
    ],
  ];
  for (const [name, edit, alone, against] of edits) {
    it(`finds ${name}`, async () => {
      await CheckedExport.in(1200, async (made) => {
        await edit(made);
        expect(problemIn(await made.verify())).to.deep.include(alone);
        expect(problemIn(await made.verify(AGAINST))).to.deep.include(against);
      });
    });
  }

  it('sees a change that was covered up, once it asks the store', async () => {
    await CheckedExport.in(60, async (made) => {
      await made.editLines((lines) => lines.with(9, lines[9]!.replace('мост', 'пост')));
      await made.adoptLines();
      expect((await made.verify()).ok).to.equal(true);
      const problem = problemIn(await made.verify(AGAINST));
      expect(problem).to.deep.include({ kind: 'store_differs', line: 10 });
      expect(problem.difference?.file).to.contain('пост');
    });
  });

  it('sees a store that has changed since: a document more, less, other, or broken', async () => {
    await CheckedExport.in(60, async (made) => {
      const [first, , third] = digests(60);
      const changes: readonly (readonly [number, () => Promise<unknown>])[] = [
        [3, () => made.store.digests.upsertMany([{ ...third!, summaryMarkdown: '## Другое\n\nСовсем.' }])],
        [2, () => made.store.digests.deleteMany([digest(1).id])],
        [1, () => made.store.digests.upsertMany([digest(0, { latencySeconds: 0 })])],
        [1, () => made.store.digests.deleteMany([first!.id])],
        [1, () => made.store.digests.deleteMany(digests(60).map(({ id }) => id))],
      ];
      for (const [line, change] of changes) {
        await change();
        const problem = problemIn(await made.verify(AGAINST));
        expect(problem).to.deep.include({ kind: 'store_differs', line });
        expect(problem.message.length).to.be.below(300);
      }
    });
    await CheckedExport.in(60, async (made) => {
      await made.store.digests.upsertMany([digest(60)]);
      expect(problemIn(await made.verify(AGAINST))).to.deep.include({ kind: 'store_differs', line: 61 });
    });
  });

  it('compares the hashes of the data set, also of one whose record is gone', async () => {
    await CheckedExport.in(60, async (made) => {
      const record = { ...recordOf('2024-01-01', '2024-01-31'), channels: ['@channel_a'] };
      await made.store.datasets.save(record);
      await made.export();
      expect((await made.verify(AGAINST)).ok).to.equal(true);
      await made.store.reviewReports.upsertMany([]);
      await made.editManifest((manifest) => (manifest.dataset_hash = 'd'.repeat(64)));
      const other = problemIn(await made.verify(AGAINST), 'manifest.json');
      expect(other).to.deep.include({ kind: 'dataset_differs', line: null });
      expect(other.message).to.contain('dataset_hash').and.to.contain('dddddddddddd');
      await made.store.datasets.remove('default');
      expect(problemIn(await made.verify(AGAINST), 'manifest.json').message).to.contain('no data set named default');
    });
  });

  it('takes no double run of fewer than 50, nor one that is not what lies on the disk', async () => {
    await CheckedExport.in(49, async (made) => {
      const check = await made.verify({ twice: true });
      expect(problemIn(check)).to.deep.include({ kind: 'too_few_records' });
      expect(check.files[0]?.twice).to.deep.include({ records: 49, identical: true });
    });
    await CheckedExport.in(60, async (made) => {
      await made.store.digests.deleteMany([digest(7).id]);
      const check = await made.verify({ twice: true });
      expect(problemIn(check)).to.include({ kind: 'store_differs' });
      expect(problemIn(check).message).to.contain('not those on the disk');
      expect(check.files[0]?.twice).to.deep.include({ records: 59, identical: true });
      await made.store.digests.deleteMany(digests(60).map(({ id }) => id));
      const none = await made.verify({ twice: true });
      expect(problemIn(none)).to.deep.include({ kind: 'store_differs' });
      expect(none.files[0]?.twice).to.equal(null);
    });
  });

  it('says "interrupted" of a missing file, a mixed set, and files without a manifest', async () => {
    await CheckedExport.in(60, async (made) => {
      await rm(made.path('schema_validation.json'));
      const validation = problemIn(await made.verify(), 'schema_validation.json');
      expect(validation).to.include({ kind: 'interrupted', missing: true });
      await writeFile(made.path('schema_validation.json'), '{');
      expect(problemIn(await made.verify(), 'schema_validation.json').message).to.contain('is not JSON');
      await made.restate();
      await made.export();
      await appendFile(made.path('digests.jsonl'), 'x');
      await writeFile(made.path('.etalon.lock'), '{}');
      const cut = problemIn(await made.verify());
      await rm(made.path('.etalon.lock'));
      expect(cut.kind).to.equal('interrupted');
      expect(cut.message).to.contain('run the export again');
      await rm(made.path('digests.jsonl'));
      const gone = problemIn(await made.verify());
      expect(gone).to.deep.include({ kind: 'interrupted', missing: true, line: null });
      expect(gone.message)
        .to.contain('is missing')
        .and.to.contain('removed or not copied')
        .and.to.contain('an export was interrupted');
      await rm(made.path('manifest.json'));
      expect(problemIn(await made.verify(), 'manifest.json')).to.include({ kind: 'interrupted', missing: true });
      await made.export();
      await rm(made.path('manifest.json'));
      expect(problemIn(await made.verify(), 'manifest.json').message).to.contain('run the export again');
    });
  });

  it('says which stated value does not agree with what, and blames no interruption for an edited manifest', async () => {
    await CheckedExport.in(60, async (made) => {
      await made.editManifest(({ files: [file] }) => (file!.records = 61));
      const check = await made.verify();
      const [records, validation] = check.files.map(({ problem }) => problem!);
      expect(records?.kind).to.equal('manifest_differs');
      expect(records?.message)
        .to.contain('records: the manifest states 61, the file has 60')
        .and.not.to.contain('interrupted');
      expect(validation?.message)
        .to.contain('/files/0/records is 60, and the manifest states 61')
        .and.not.to.contain('interrupted');
      expect(check.files.map((file) => file.problem?.kind)).to.deep.equal(['manifest_differs', 'manifest_differs']);
    });
    await CheckedExport.in(60, async (made) => {
      const limited = (limit: number) =>
        made.editManifest(({ query }) => Object.assign(query['digests.jsonl']!, { limit }));
      await limited(50);
      const error = await failureOf(made.verify());
      expect(error.code).to.equal('EXPORT_MANIFEST_INVALID');
      expect(error.message).to.contain('/query/digests.jsonl/limit is 50').and.to.contain('60 records');
      await made.editManifest(({ query }) => Object.assign(query['digests.jsonl']!, { limit: null }));
      await made.store.digests.upsertMany([digest(60)]);
      expect(problemIn(await made.verify(AGAINST)).message).to.contain("or the manifest's query was edited");
    });
  });

  it('counts the lines itself, and none of a file that is missing or cannot be read', async () => {
    await CheckedExport.in(60, async (made) => {
      await made.editLines((lines) => lines.slice(0, 40));
      await made.editManifest(({ files: [file] }) => (file!.records = 61));
      expect((await made.verify()).files[0]?.records).to.equal(40);
      await rm(made.path('digests.jsonl'));
      expect((await made.verify()).files[0]?.records).to.equal(null);
    });
  });

  const queries: readonly (readonly [string, JsonValue, string])[] = [
    ['channels', ['@other'], '@channel_a'],
    ['from', '2030-01-01T00:00:00.000Z', '20'],
    ['to', '2010-01-01T00:00:00.000Z', '20'],
    ['language', 'en', 'ru'],
    ['real_only', true, 'synthetic'],
  ];
  for (const [key, value, found] of queries) {
    it(`needs no store to see that no line can be of a query with another "${key}"`, async () => {
      await CheckedExport.in(60, async (made) => {
        await made.editManifest(({ query }) => Object.assign(query['digests.jsonl']!, { [key]: value }));
        const problem = problemIn(await made.verify());
        expect(problem.kind).to.equal('manifest_differs');
        expect(problem.line).to.equal(key === 'real_only' ? 4 : 1);
        expect(problem.message).to.contain(`"${key}"`).and.to.contain(found).and.to.contain('edited');
      });
    });
  }

  it('tells a list of left-out records that was edited', async () => {
    await CheckedExport.in(60, async (made) => {
      const left = (records: object[], count = records.length) =>
        made.editManifest(({ files: [file] }) => Object.assign(file!, { skipped: { count, records } }));
      const record = { sample_id: 'gone-1', path: '/source_text', rule: 'must be text' };
      await left([record], 3);
      expect((await failureOf(made.verify())).message).to.contain('/files/0/skipped/records must list as many');
      await left([{ ...record, sample_id: digest(3).id }]);
      await made.restate();
      const [file] = (await made.verify()).files;
      expect(file?.problem).to.deep.include({ kind: 'manifest_differs' });
      expect(file?.problem?.message).to.contain(`sample_id ${digest(3).id} is in the manifest's list`);
    });
  });

  it('holds the time zone against the data set in the store', async () => {
    await CheckedExport.in(60, async (made) => {
      await made.store.datasets.save({
        ...recordOf('2024-01-01', '2024-02-01'),
        channels: ['@channel_a', '@channel_b'],
      });
      await made.export();
      await made.editManifest((manifest) => (manifest.timezone = 'Asia/Vladivostok'));
      expect((await made.verify()).ok).to.equal(true);
      const problem = problemIn(await made.verify(AGAINST), 'manifest.json');
      expect(problem.kind).to.equal('dataset_differs');
      expect(problem.message).to.contain('Asia/Vladivostok').and.to.contain('Europe/Moscow');
    });
  });

  it('takes a whole set for whole, whatever an export that was cut off left beside it', async () => {
    await CheckedExport.in(60, async (made) => {
      await writeFile(made.path('.etalon-0000000000000000-1-1-0-1.tmp'), 'half');
      const check = await made.verify();
      expect(check).to.deep.include({ ok: true, leftovers: ['.etalon-0000000000000000-1-1-0-1.tmp'] });
    });
  });

  it('finds no export where there is none', async () => {
    await CheckedExport.in(60, async (made) => {
      const nothing = made.verify({ folder: join(made.data, 'nowhere') });
      expect((await failureOf(nothing)).code).to.equal('EXPORT_NOT_FOUND');
      await mkdir(join(made.data, 'empty'));
      expect((await failureOf(made.verify({ folder: join(made.data, 'empty') }))).code).to.equal('EXPORT_NOT_FOUND');
      expect((await failureOf(made.verify({ folder: made.path('manifest.json') }))).code).to.equal('EXPORT_NOT_FOUND');
    });
  });

  it('reads gzip, and finds damage in it', async () => {
    await CheckedExport.in(1200, async (made) => {
      await made.compress();
      expect((await made.verify({ ...AGAINST, twice: true })).files[0]?.problem).to.equal(null);
      const packed = await readFile(made.path('digests.jsonl'));
      await appendFile(made.path('digests.jsonl'), 'rest');
      expect(['changed', 'unreadable']).to.include(problemIn(await made.verify(AGAINST)).kind);
      packed[Math.floor(packed.length / 2)]! ^= 1;
      await writeFile(made.path('digests.jsonl'), packed);
      expect(problemIn(await made.verify()).kind).to.equal('unreadable');
      expect(problemIn(await made.verify(AGAINST)).line).to.be.within(1, 1200);
      await writeFile(made.path('digests.jsonl'), packed.subarray(0, 100));
      expect(problemIn(await made.verify())).to.deep.include({ kind: 'unreadable', line: 1 });
      await writeFile(made.path('digests.jsonl'), 'no gzip');
      const { message } = problemIn(await made.verify());
      expect(message, 'what was not read need not differ').to.contain('not compressed').and.not.contain('difference');
    });
  });

  it('ends in the middle when it is interrupted', async () => {
    await CheckedExport.in(60, async (made) => {
      const interrupted = await failureOf(made.verify({ signal: AbortSignal.abort() }));
      expect(interrupted.code).to.equal('INTERRUPTED');
    });
  });
});
