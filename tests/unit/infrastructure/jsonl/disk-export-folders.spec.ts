import { spawnSync } from 'node:child_process';
import { mkdir, readdir, rename, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import * as zlib from 'node:zlib';
import { expect } from 'chai';
import type { TextLine } from '#etalon/application/ports/export-folders.port.js';
import type { ManifestFile } from '#etalon/domain/export/export-manifest.js';
import type { FoundFile } from '#etalon/domain/export/verify/found-file.js';
import { DiskExportFolders } from '#etalon/infrastructure/jsonl/disk-export-folders.js';
import { CheckedExport, sha256 } from '../../../support/checked-export.js';
import { failureOf } from '../../../support/failure-of.js';
import { inTemporaryFolder } from '../../../support/temporary-folder.js';

const folders = new DiskExportFolders();

/** A file as a manifest lists it, as far as reading goes. */
function listed(path: string, uncompressed: ManifestFile['uncompressed'] = null): ManifestFile {
  const counts = { records: 1, bytes: 1, sha256: '', schema: '', schema_sha256: '', blocks: [] };
  return { path, kind: 'digests', ...counts, uncompressed };
}

async function read(folder: string, file: ManifestFile): Promise<FoundFile & { readonly texts: readonly TextLine[] }> {
  const reading = await folders.read(folder, file);
  const texts: TextLine[] = [];
  for await (const group of reading!) texts.push(...group);
  const found = { ...reading!.found(), texts };
  await reading!.close();
  return found;
}

describe('DiskExportFolders', () => {
  it('tells documents, data files and leftovers of exports apart', async () => {
    await inTemporaryFolder(async (folder) => {
      expect(await folders.look(join(folder, 'nowhere'))).to.equal(undefined);
      for (const name of [
        'a.jsonl',
        'b.jsonl.gz',
        'c.jsonl.zst',
        'd.json',
        '.etalon.lock',
        '.etalon-1.tmp',
        '.x.jsonl',
      ])
        await writeFile(join(folder, name), '');
      expect(await folders.look(folder)).to.deep.equal({
        manifest: null,
        validation: null,
        dataFiles: ['a.jsonl', 'b.jsonl.gz', 'c.jsonl.zst'],
        leftovers: ['.etalon-1.tmp', '.etalon.lock'],
      });
    });
  });

  it('reads lines of any length with their hashes by block, whole chunks apart', async () => {
    await inTemporaryFolder(async (folder) => {
      const lines = Array.from(
        { length: 2500 },
        (_, n) => `${n} ${n % 500 === 0 ? 'длинная строка '.repeat(50_000) : ''}\n`,
      );
      await writeFile(join(folder, 'x'), lines.join(''));
      const { texts, ...found } = await read(folder, listed('x'));
      const whole = { bytes: Buffer.byteLength(lines.join('')), sha256: sha256(lines.join('')) };
      const blocks = [0, 1000, 2000].map((from) => sha256(lines.slice(from, from + 1000).join('')));
      expect(found).to.deep.equal({ ...whole, content: whole, lines: 2500, blocks, ended: true, fault: null });
      expect(texts.map(({ text }) => `${text}\n`)).to.deep.equal(lines);
      expect(texts.map(({ line }) => line)).to.deep.equal(lines.map((_, index) => index + 1));
    });
  });

  it('reads nothing, a line without an end, and bytes that are not UTF-8', async () => {
    await inTemporaryFolder(async (folder) => {
      await writeFile(join(folder, 'x'), '');
      expect(await read(folder, listed('x'))).to.deep.include({ bytes: 0, lines: 0, blocks: [], ended: true });
      await writeFile(join(folder, 'x'), Buffer.from([0x61, 0x0a, 0xff]));
      const { texts, ...found } = await read(folder, listed('x'));
      expect(found).to.deep.include({ bytes: 3, lines: 2, ended: false });
      expect(texts.map(({ valid }) => valid)).to.deep.equal([true, false]);
    });
  });

  it('follows no link, and opens neither folder nor device nor pipe', async () => {
    await inTemporaryFolder(async (folder) => {
      await symlink('/etc/hostname', join(folder, 'link.jsonl'));
      await symlink('missing', join(folder, 'dangling.jsonl'));
      await symlink('/dev/zero', join(folder, 'device.jsonl'));
      await mkdir(join(folder, 'folder.jsonl'));
      expect(spawnSync('mkfifo', [join(folder, 'pipe.jsonl')]).status).to.equal(0);
      for (const name of ['link', 'dangling', 'device', 'folder', 'pipe']) {
        const error = await failureOf(folders.read(folder, listed(`${name}.jsonl`)));
        expect([name, error.code]).to.deep.equal([name, 'EXPORT_FILE_UNSAFE']);
        expect(error.message).to.contain(join(folder, `${name}.jsonl`));
      }
      for (const name of ['../x', '/etc/hostname', 'a/b', '..', 'a\0b'])
        expect((await failureOf(folders.read(folder, listed(name)))).code).to.equal('EXPORT_FILE_UNSAFE');
      expect(await folders.read(folder, listed('missing'))).to.equal(undefined);
    });
  });

  it('takes no manifest through a link, nor one that is not text', async () => {
    await inTemporaryFolder(async (folder) => {
      await writeFile(join(folder, 'real.json'), '{}');
      await symlink('real.json', join(folder, 'manifest.json'));
      expect((await failureOf(folders.look(folder))).code).to.equal('EXPORT_FILE_UNSAFE');
      await rename(join(folder, 'manifest.json'), join(folder, 'schema_validation.json'));
      expect((await failureOf(folders.look(folder))).code).to.equal('EXPORT_FILE_UNSAFE');
      await writeFile(join(folder, 'manifest.json'), Buffer.from([0xff, 0xfe]));
      expect((await failureOf(folders.look(folder))).code).to.equal('EXPORT_MANIFEST_INVALID');
    });
  });

  it('reads gzip as far as the manifest states, and no byte of a bomb further', async () => {
    await inTemporaryFolder(async (folder) => {
      const lines = '{"a":1}\n'.repeat(1500);
      await writeFile(join(folder, 'x.gz'), gzipSync(lines));
      const content = { bytes: lines.length, sha256: sha256(lines) };
      expect(await read(folder, listed('x.gz', content))).to.deep.include({ content, lines: 1500, fault: null });
      const bomb = gzipSync(Buffer.alloc(64 << 20, '{}\n'));
      await writeFile(join(folder, 'bomb.gz'), bomb);
      const { content: seen, fault } = await read(folder, listed('bomb.gz', content));
      expect(fault).to.contain(`larger than the ${lines.length} bytes`);
      expect(seen.bytes).to.be.below(1 << 20);
    });
  });

  it('reads zstd where the runtime can, and says so where it cannot', async () => {
    await inTemporaryFolder(async (folder) => {
      const packed = Buffer.from('KLUv/SAJSQAAeyJhIjoxfQo=', 'base64');
      const { zstdCompressSync } = zlib as { readonly zstdCompressSync?: (bytes: Buffer) => Buffer };
      const text = '{"a":1}\n{"a":2}\n';
      const zstd = zstdCompressSync?.(Buffer.from(text));
      await writeFile(join(folder, 'x.zst'), zstd ?? packed);
      const { lines, fault } = await read(folder, listed('x.zst', { bytes: text.length, sha256: sha256(text) }));
      if (zstd === undefined) expect(fault).to.contain('cannot read zstd');
      else expect([lines, fault]).to.deep.equal([2, null]);
    });
  });

  it('does not hold a line that never ends', async () => {
    await inTemporaryFolder(async (folder) => {
      const text = Buffer.alloc(200 << 20, 'x');
      await writeFile(join(folder, 'x.gz'), gzipSync(text, { level: 1 }));
      const { fault } = await read(folder, listed('x.gz', { bytes: text.length, sha256: '' }));
      expect(fault).to.contain('line 1 is longer than');
    });
  });
});

describe('a manifest edited by hand', () => {
  const cases: readonly (readonly [string, string | ((text: string) => string)])[] = [
    ['no JSON', '{'],
    ['an empty file', ''],
    ['another value', '[]'],
    ['a path out of the folder', (text) => text.replaceAll('digests.jsonl', '../digests.jsonl')],
    ['an absolute path', (text) => text.replaceAll('digests.jsonl', '/etc/passwd')],
    ['a path with a backslash', (text) => text.replaceAll('digests.jsonl', '..\\\\digests.jsonl')],
    ['the folder itself', (text) => text.replaceAll('digests.jsonl', '..')],
    ['a NUL in the path', (text) => text.replaceAll('digests.jsonl', 'digests\\u0000.jsonl')],
    ['a number as text', (text) => text.replace('"records": 60', '"records": "60"')],
    ['a huge number', (text) => text.replace('"records": 60', '"records": 1e300')],
    ['a negative number', (text) => text.replace(/"bytes": \d+/, '"bytes": -1')],
    ['a number that is infinite', (text) => text.replace(/"bytes": \d+/, '"bytes": 1e999')],
    ['a member that does not belong', (text) => text.replace('{', '{"extra": 1,')],
    ['a member named __proto__', (text) => text.replace('{', '{"__proto__": {"files": []},')],
    [
      'a file named __proto__ without a query',
      (text) => text.replace('"path": "digests.jsonl"', '"path": "__proto__"'),
    ],
    ['a file that is listed twice', (text) => text.replace(/("files": \[)([^]*\})(\s*\]\s*\})/, '$1$2,$2$3')],
    ['a condition in place of a channel', (text) => text.replace('"channels": null', '"channels": [{"$ne": ""}]')],
    ['a condition in place of a language', (text) => text.replace('"language": null', '"language": {"$gt": ""}')],
  ];
  for (const [name, edit] of cases) {
    it(`is refused: ${name}`, async () => {
      await CheckedExport.in(60, async (made) => {
        const path = made.path('manifest.json');
        const before = (await folders.look(made.folder))!.manifest!;
        const edited = typeof edit === 'string' ? edit : edit(before);
        expect(edited).not.to.equal(before);
        await writeFile(path, edited);
        const error = await failureOf(made.verify({ againstStore: true }));
        expect(error.code).to.equal('EXPORT_MANIFEST_INVALID');
        expect(error.message).to.contain(path);
        expect(error.details).to.have.all.keys('file', 'path', 'rule');
        expect((await readdir(made.data)).sort()).to.deep.equal(['out']);
      });
    });
  }
});
