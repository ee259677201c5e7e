import { link, mkdir, symlink, writeFile } from 'node:fs/promises';
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

  it('lets everything else pass', async () => {
    await inData(async (data, root, guard) => {
      const free = ['out.jsonl', 'etalon.db', 'manifest.json', 'new/folder/x.json'].map((name) => join(root, name));
      const inside = ['x.jsonl', 'benchmarks/reports/r.html', 'benchmarks/exports/2024-12-03/mine.jsonl'];
      for (const path of [...free, ...inside.map((name) => join(data, name)), '/dev/stdout', data]) {
        await guard.assertWritable({ path, option: '--output' });
      }
      const path = join(data, 'benchmarks/exports/2024-12-03/digests.jsonl');
      await guard.assertWritable({ path, option: '--output', mayReplaceExports: true });
    });
  });
});
