import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';
import { writeMetricsFile } from '#etalon/infrastructure/metrics/metrics-file.js';
import { EtalonError } from '#etalon/domain/errors/etalon-error.js';

describe('writeMetricsFile', () => {
  let folder: string;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'etalon-metrics-'));
  });
  afterEach(() => rm(folder, { recursive: true }));

  it('writes and replaces a file, makes its folder and leaves nothing else', async () => {
    const file = join(folder, 'a', 'b', 'etalon.prom');
    await writeMetricsFile(file, 'one 1\n');
    await writeMetricsFile(file, 'two 2\n');
    expect(await readFile(file, 'utf8')).to.equal('two 2\n');
    expect(await readdir(join(folder, 'a', 'b'))).to.deep.equal(['etalon.prom']);
  });

  it('says which file could not be written', async () => {
    await writeFile(join(folder, 'file'), '');
    const path = join(folder, 'file', 'etalon.prom');
    const error = await writeMetricsFile(path, 'x').then(
      () => undefined,
      (thrown: unknown) => thrown,
    );
    expect(error).to.be.instanceOf(EtalonError).that.includes({ code: 'FILE_WRITE_FAILED' });
    expect((error as EtalonError).message).to.contain(path);
  });
});
