import { createHash } from 'node:crypto';
import { readFile, readdir, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { expect } from 'chai';
import fc from 'fast-check';
import type { ExportFile } from '#etalon/application/ports/export-writer.port.js';
import { JsonlExportWriter } from '#etalon/infrastructure/jsonl/export-writer.js';
import { failureOf } from '../../../support/failure-of.js';
import { inTemporaryFolder } from '../../../support/temporary-folder.js';

const writer = new JsonlExportWriter();

function sha256(text: string | Buffer): string {
  return createHash('sha256').update(text).digest('hex');
}

async function writeAll(file: ExportFile, lines: readonly string[]): Promise<void> {
  for (const line of lines) await file.write(line);
}

describe('JsonlExportWriter', () => {
  it('writes lines of any length, counts and hashes them as a whole and by thousands', async () => {
    const lengths = fc.array(fc.integer({ min: 0, max: 900_000 }), { minLength: 1, maxLength: 6 });
    await fc.assert(
      fc.asyncProperty(lengths, fc.nat(2500), async (long, short) => {
        const lines = [...Array<string>(short).fill('строка'), ...long.map((length) => 'ы'.repeat(length))];
        await inTemporaryFolder(async (folder) => {
          const path = join(folder, 'x.jsonl');
          const file = await writer.open(path);
          await writeAll(file, lines);
          const written = await file.commit();
          const text = lines.map((line) => `${line}\n`).join('');
          expect((await readFile(path, 'utf8')) === text).to.equal(true);
          expect(written).to.deep.equal({
            path,
            records: lines.length,
            bytes: Buffer.byteLength(text),
            sha256: sha256(text),
            uncompressed: null,
            blocks: blocksOf(lines),
            regular: true,
          });
        });
      }),
      { numRuns: 12 },
    );
  });

  it('compresses what outgrows its buffers without mixing it up', async () => {
    await inTemporaryFolder(async (folder) => {
      const lines = Array.from({ length: 40_000 }, (_, index) => `${index} ${'строка '.repeat(index % 20)}`);
      const file = await writer.open(join(folder, 'x.jsonl'), 'gzip');
      await writeAll(file, lines);
      const { sha256: packed, blocks, uncompressed } = await file.commit();
      const bytes = await readFile(join(folder, 'x.jsonl.gz'));
      const text = lines.map((line) => `${line}\n`).join('');
      expect(gunzipSync(bytes).toString('utf8') === text).to.equal(true);
      expect(packed).to.equal(sha256(bytes));
      expect(blocks).to.deep.equal(blocksOf(lines));
      expect(uncompressed).to.deep.equal({ bytes: Buffer.byteLength(text), sha256: sha256(text) });
    });
  });

  it('puts encoded text between the parts of a line, whatever its length', async () => {
    await inTemporaryFolder(async (folder) => {
      const path = join(folder, 'x.jsonl');
      const file = await writer.open(path);
      const texts = ['ё'.repeat(10), 'ы'.repeat(700_000), '', 'я'.repeat(200_000)];
      for (const text of texts) {
        await file.write({ before: '«', utf8: Buffer.from(text).toString('latin1'), after: '»' });
      }
      const { sha256: hash } = await file.commit();
      const expected = texts.map((text) => `«${text}»\n`).join('');
      expect((await readFile(path, 'utf8')) === expected).to.equal(true);
      expect(hash).to.equal(sha256(expected));
    });
  });

  it('ends a block exactly at its thousandth line', async () => {
    await inTemporaryFolder(async (folder) => {
      const file = await writer.open(join(folder, 'x.jsonl'));
      await writeAll(file, Array<string>(2000).fill('x'));
      expect((await file.commit()).blocks).to.deep.equal(Array<string>(2).fill(sha256('x\n'.repeat(1000))));
    });
  });

  it('shows nothing before commit, and takes everything back on abort', async () => {
    await inTemporaryFolder(async (folder) => {
      const file = await writer.open(join(folder, 'new', 'deep', 'x.jsonl'));
      await writeAll(file, Array<string>(50_000).fill('строка, строка, строка, строка'));
      expect(await readdir(join(folder, 'new', 'deep'))).to.not.include('x.jsonl');
      await file.abort();
      expect(await readdir(folder)).to.deep.equal([]);
    });
  });

  it('keeps a folder that somebody else uses meanwhile', async () => {
    await inTemporaryFolder(async (folder) => {
      const file = await writer.open(join(folder, 'new', 'x.jsonl'));
      await writeFile(join(folder, 'new', 'other'), '');
      await file.abort();
      expect(await readdir(join(folder, 'new'))).to.deep.equal(['other']);
    });
  });

  it('keeps the old file when it is aborted', async () => {
    await inTemporaryFolder(async (folder) => {
      const path = join(folder, 'x.jsonl');
      await writeFile(path, 'old');
      const file = await writer.open(path);
      await file.write('new');
      await file.abort();
      expect(await readFile(path, 'utf8')).to.equal('old');
    });
  });

  it('says that the disk is full, at the end or in the middle', async () => {
    const file = await writer.open('/dev/full');
    await file.write('x');
    expect((await failureOf(file.commit())).code).to.equal('DISK_FULL');
    const longer = await writer.open('/dev/full');
    const lines = Array<string>(300_000).fill('строка, строка, строка, строка, строка');
    expect((await failureOf(writeAll(longer, lines))).code).to.equal('DISK_FULL');
    await longer.abort();
    expect((await stat('/dev/full')).isCharacterDevice()).to.equal(true);
  });

  it('fails when its folder is taken away', async () => {
    await inTemporaryFolder(async (folder) => {
      const file = await writer.open(join(folder, 'new', 'x.jsonl'));
      await file.write('x');
      await rm(join(folder, 'new'), { recursive: true });
      expect((await failureOf(file.commit())).code).to.equal('FILE_WRITE_FAILED');
      expect(await readdir(folder)).to.deep.equal([]);
    });
  });

  it('writes a device straight and says that it cannot be checked later', async () => {
    const file = await writer.open('/dev/null');
    await file.write('x');
    expect((await file.commit()).regular).to.equal(false);
  });

  it('refuses a folder', async () => {
    await inTemporaryFolder(async (folder) => {
      expect((await failureOf(writer.open(folder))).code).to.equal('FILE_WRITE_FAILED');
    });
  });
});

function blocksOf(lines: readonly string[]): readonly string[] {
  const blocks = [];
  for (let start = 0; start < lines.length; start += 1000) {
    const block = lines.slice(start, start + 1000);
    blocks.push(sha256(block.map((line) => `${line}\n`).join('')));
  }
  return blocks;
}
