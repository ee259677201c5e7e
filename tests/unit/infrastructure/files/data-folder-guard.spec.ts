import { link, mkdir, readdir, symlink, writeFile } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { expect } from 'chai';
import { DataFolderGuard } from '#etalon/infrastructure/files/data-folder-guard.js';
import { failureOf } from '../../../support/failure-of.js';
import { inTemporaryFolder } from '../../../support/temporary-folder.js';

async function inData(work: (data: string, root: string, guard: DataFolderGuard) => Promise<void>): Promise<void> {
  await inTemporaryFolder(async (root) => {
    const data = join(root, 'data');
    await mkdir(data);
    await writeFile(join(data, 'etalon.db'), 'x');
    await work(data, root, new DataFolderGuard(data));
  });
}

describe('DataFolderGuard', () => {
  it('keeps outputs off the store, however it is named', async () => {
    await inData(async (data, root, guard) => {
      await symlink(join(data, 'etalon.db'), join(root, 'link.jsonl'));
      await symlink(data, join(root, 'other'));
      await link(join(data, 'etalon.db'), join(root, 'hard.jsonl'));
      const store = join(data, 'etalon.db');
      const names = [
        ...['', '-wal', '-shm', '-journal'].map((suffix) => store + suffix),
        ...[relative(process.cwd(), store), `${data}/x/../etalon.db`, `${root}/link.jsonl`],
        ...[`${root}/other/etalon.db`, `${root}/other/etalon.db-wal`, `${root}/hard.jsonl`],
      ];
      for (const path of names) {
        const error = await failureOf(guard.assertWritable({ path, option: '--output', mayReplaceExports: true }));
        expect([error.code, error.details['path']], path).to.deep.equal(['USAGE', path]);
        expect(error.message).to.contain('store');
      }
    });
  });

  it('keeps outputs off what the product keeps in the data folder', async () => {
    await inData(async (data, _root, guard) => {
      const names = [
        ...['snapshots/2024-12-03/channel_counts.json', 'snapshots/2024-12-03/b/dataset_audit.json'],
        ...['snapshots/2024-12-03/ru_spotcheck.json', 'snapshots/2024-12-03/ru_spotcheck.0123456789ab.md'],
        ...['exports/2024-12-03/manifest.json', 'exports/2024-12-03/digests.jsonl'],
      ].map((name) => `benchmarks/${name}`);
      for (const name of [...names, 'cache/llm/x.json', 'tmp/x']) {
        const error = await failureOf(guard.assertWritable({ path: join(data, name), option: '--html' }));
        expect(error.code, name).to.equal('USAGE');
      }
    });
  });

  it('says that a path with a separator at its end lacks a file name', async () => {
    await inData(async (_data, root, guard) => {
      const error = await failureOf(guard.assertWritable({ path: `${root}/out/`, option: '--output' }));
      expect(error.code).to.equal('USAGE');
      expect(error.message).to.contain('folder').and.to.contain('file name');
    });
  });

  it('finds out what cannot be written, and touches nothing', async () => {
    await inData(async (data, root, guard) => {
      await writeFile(join(root, 'file'), 'x');
      const before = await readdir(root, { recursive: true });
      const faults = { [data]: 'EISDIR', [`${root}/file/x.xml`]: 'ENOTDIR', [`${root}/file/a/x.xml`]: 'ENOTDIR' };
      for (const [path, errno] of Object.entries(faults)) {
        const error = await failureOf(guard.assertWritable({ path, option: '--junit' }));
        expect([error.code, error.details['path'], error.details['errno']]).to.deep.equal([
          ...['FILE_WRITE_FAILED', path, errno],
        ]);
      }
      await guard.assertWritable({ path: join(root, 'new/folder/x.json'), option: '--output' });
      expect(await readdir(root, { recursive: true })).to.deep.equal(before);
    });
  });

  it('lets everything else pass', async () => {
    await inData(async (data, root, guard) => {
      const free = ['out.jsonl', 'etalon.db', 'manifest.json', 'new/folder/x.json'].map((name) => join(root, name));
      const inside = ['x.jsonl', 'benchmarks/reports/r.html', 'benchmarks/exports/2024-12-03/mine.jsonl'];
      for (const path of [...free, ...inside.map((name) => join(data, name)), '/dev/stdout']) {
        await guard.assertWritable({ path, option: '--output' });
      }
      const path = join(data, 'benchmarks/exports/2024-12-03/digests.jsonl');
      await guard.assertWritable({ path, option: '--output', mayReplaceExports: true });
    });
  });

  it('lets nothing be lost: neither an input of the same work, nor a file that is no export where one is written', async () => {
    await inData(async (_data, root, guard) => {
      const at = (name: string) => join(root, name);
      await writeFile(at('input.jsonl'), '{"sample_id":"a"}');
      await writeFile(at('notes.txt'), 'Dear diary');
      await writeFile(at('old.jsonl'), 'older lines');
      await symlink(at('old.jsonl'), at('link'));
      await writeFile(at('export'), '{"sample_id":"a"}');
      await writeFile(at('empty.jsonl'), '');
      await writeFile(at('packed.jsonl.gz'), Buffer.from([0x1f, 0x8b, 8, 0]));
      await link(at('input.jsonl'), at('same.jsonl'));
      const inputs = [at('input.jsonl'), at('missing')];
      const own = await failureOf(guard.assertWritable({ path: at('same.jsonl'), option: '--output', inputs }));
      expect([own.code, own.message]).to.deep.equal(['USAGE', `--output ${at('same.jsonl')} is what the work reads.`]);
      const request = (name: string) => ({ path: at(name), option: '--output', exportsOnly: true });
      const other = await failureOf(guard.assertWritable(request('notes.txt')));
      expect(other.message).to.include('is there already and is no export');
      for (const name of ['input.jsonl', 'old.jsonl', 'link', 'export', 'empty.jsonl', 'packed.jsonl.gz', 'new.jsonl'])
        await guard.assertWritable(request(name));
      await guard.assertWritable({ path: '/dev/null', option: '--output', exportsOnly: true });
    });
  });
});
