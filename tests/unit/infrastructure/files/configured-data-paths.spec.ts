import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect } from 'chai';
import { ConfiguredDataPaths } from '#etalon/infrastructure/files/configured-data-paths.js';
import { failureOf } from '../../../support/failure-of.js';
import { inTemporaryFolder } from '../../../support/temporary-folder.js';

async function put(...parts: readonly string[]): Promise<void> {
  const path = join(...parts);
  await mkdir(join(path, '..'), { recursive: true });
  await writeFile(path, '');
}

describe('ConfiguredDataPaths', () => {
  it('names the places under the data folder', () => {
    const paths = new ConfiguredDataPaths('/data');
    expect(paths.snapshotDir('2024-12-03', 'default')).to.equal('/data/benchmarks/snapshots/2024-12-03');
    expect(paths.snapshotDir('2024-12-03', 'b')).to.equal('/data/benchmarks/snapshots/2024-12-03/b');
    expect(paths.exportDir('2024-12-03')).to.equal('/data/benchmarks/exports/2024-12-03');
  });

  it('finds the newest file by the day of its folder', async () => {
    await inTemporaryFolder(async (folder) => {
      const exports = join(folder, 'benchmarks', 'exports');
      await put(exports, '2024-12-01', 'digests.jsonl');
      await put(exports, '2024-12-02', 'digests.jsonl');
      await put(exports, '2024-12-03', 'review_reports.jsonl');
      await put(exports, 'zzz', 'digests.jsonl');
      await mkdir(join(exports, '2024-12-04', 'digests.jsonl'), { recursive: true });
      const found = await new ConfiguredDataPaths(folder).latestExport('digests.jsonl');
      expect(found).to.equal(join(exports, '2024-12-02', 'digests.jsonl'));
    });
  });

  it('finds nothing where nothing is', async () => {
    await inTemporaryFolder(async (folder) => {
      const paths = new ConfiguredDataPaths(folder);
      expect(await paths.latestExport('digests.jsonl')).to.equal(undefined);
    });
  });

  it('says when a file is in the way of the data folder', async () => {
    await inTemporaryFolder(async (folder) => {
      await put(folder, 'benchmarks');
      const error = await failureOf(new ConfiguredDataPaths(folder).latestExport('digests.jsonl'));
      expect(error.code).to.equal('DATA_DIR_UNUSABLE');
      expect(error.details['errno']).to.equal('ENOTDIR');
    });
  });
});
