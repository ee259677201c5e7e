import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect } from 'chai';
import { DataScratchFolders } from '#etalon/infrastructure/spool/data-scratch-folders.js';
import { failureOf } from '../../../support/failure-of.js';
import { inTemporaryFolder } from '../../../support/temporary-folder.js';
import { TestClock } from '../../../support/test-clock.js';

describe('DataScratchFolders', () => {
  it('gives each piece of work a folder of its own, and leaves nothing', async () => {
    await inTemporaryFolder(async (data) => {
      const scratch = new DataScratchFolders(data, new TestClock());
      const work = async (folder: string): Promise<string> => {
        await writeFile(join(folder, 'x'), 'x');
        return folder;
      };
      const [one, two] = await Promise.all([scratch.use(work), scratch.use(work)]);
      expect(one).not.to.equal(two);
      await scratch.use(() => Promise.reject(new Error('no'))).catch(() => undefined);
      expect(await readdir(data)).to.deep.equal([]);
    });
  });

  it('sweeps what a killed process left, and after a day what those of other systems did', async () => {
    await inTemporaryFolder(async (data) => {
      const clock = new TestClock();
      const program =
        "const { DataScratchFolders } = await import('#etalon/infrastructure/spool/data-scratch-folders.js');" +
        `const scratch = new DataScratchFolders(${JSON.stringify(data)}, { now: () => Date.now() });` +
        "await scratch.use(async () => { process.stdout.write('.'); await new Promise((r) => setTimeout(r, 60_000)); });";
      const child = spawn(process.execPath, ['--input-type=module', '-e', program]);
      await once(child.stdout, 'data');
      const ended = once(child, 'exit');
      child.kill('SIGKILL');
      await ended;
      expect(await readdir(join(data, 'tmp'))).to.have.length(1);
      await mkdir(join(data, 'tmp', 'verify-0123456789abcdef-1-1-abcdef'));
      const scratch = new DataScratchFolders(data, clock);
      const seen = (): Promise<number> => scratch.use(async () => (await readdir(join(data, 'tmp'))).length);
      expect(await seen()).to.equal(2);
      clock.advance(25 * 3_600_000);
      expect(await seen()).to.equal(1);
    });
  });

  it('says that the data folder cannot be used', async () => {
    await inTemporaryFolder(async (data) => {
      await writeFile(join(data, 'file'), '');
      const scratch = new DataScratchFolders(join(data, 'file'), new TestClock());
      expect((await failureOf(scratch.use(() => Promise.resolve()))).code).to.equal('DATA_DIR_UNUSABLE');
    });
  });
});
