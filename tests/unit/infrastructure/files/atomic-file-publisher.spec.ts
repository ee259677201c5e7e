import { spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { chmod, lstat, mkdir, readFile, readdir, stat, symlink, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { expect } from 'chai';
import { AtomicFilePublisher } from '#etalon/infrastructure/files/atomic-file-publisher.js';
import { isLeftover, temporaryName } from '#etalon/infrastructure/files/temporary-name.js';
import { writeError } from '#etalon/infrastructure/files/write-errors.js';
import type { ProcessIdentity } from '#etalon/infrastructure/system/process-identity.js';
import { currentProcess } from '#etalon/infrastructure/system/process-identity.js';
import { processMark } from '#etalon/infrastructure/system/process-mark.js';
import { failureOf } from '../../../support/failure-of.js';
import { inTemporaryFolder } from '../../../support/temporary-folder.js';

const publisher = new AtomicFilePublisher();

/** The id of a process that has ended. */
function deadProcess(): number {
  return spawnSync(process.execPath, ['-e', '0']).pid;
}

describe('AtomicFilePublisher', () => {
  it('makes missing folders, writes, replaces and reads', async () => {
    await inTemporaryFolder(async (folder) => {
      const path = join(folder, 'a', 'b', 'файл.json');
      expect(await publisher.read(path)).to.equal(undefined);
      await publisher.publish(path, 'раз');
      await publisher.publish(path, 'два');
      expect(await publisher.read(path)).to.equal('два');
      expect(await readdir(join(folder, 'a', 'b'))).to.deep.equal(['файл.json']);
    });
  });

  it('sweeps what dead processes of this system left, and nothing else', async () => {
    await inTemporaryFolder(async (folder) => {
      const here = currentProcess();
      const left = (owner: Partial<ProcessIdentity>): string =>
        `.etalon-${processMark({ ...here, startedAt: null, ...owner })}-0-1.tmp`;
      const dead = left({ pid: deadProcess() });
      const alive = left({ pid: process.ppid });
      const elsewhere = left({ pid: deadProcess(), host: 'elsewhere' });
      const container = left({ pid: deadProcess(), machine: 'boot pid:[1]' });
      const old = left({ pid: deadProcess(), machine: 'earlier boot' });
      for (const name of [dead, alive, elsewhere, container, old, 'mine.tmp']) await writeFile(join(folder, name), '');
      await utimes(join(folder, old), 1000, 1000);
      await publisher.publish(join(folder, 'file.txt'), '');
      const kept = [alive, elsewhere, container, 'file.txt', 'mine.tmp'];
      expect((await readdir(folder)).sort()).to.deep.equal(kept.sort());
    });
  });

  it('writes into a folder that cannot be listed', async function () {
    if (process.getuid?.() === 0) {
      console.log('      skipped: root may list every folder');
      this.skip();
    }
    await inTemporaryFolder(async (folder) => {
      await chmod(folder, 0o300);
      await publisher.publish(join(folder, 'file.txt'), 'x');
      await chmod(folder, 0o700);
      expect(await readdir(folder)).to.deep.equal(['file.txt']);
    });
  });

  it('names temporary files differently in every thread', async () => {
    const module = import.meta.resolve('#etalon/infrastructure/files/temporary-name.js');
    const code = `import(${JSON.stringify(module)}).then(({ temporaryName }) =>
      require('node:worker_threads').parentPort.postMessage(temporaryName('/x/y')))`;
    const made = await Promise.all([0, 1].map(() => once(new Worker(code, { eval: true }), 'message')));
    const [one, other] = made.map(([name]) => String(name));
    expect(one).to.not.equal(other);
    expect(isLeftover(one!)).to.equal(false);
  });

  it('does not take its own temporary files for leftovers', () => {
    expect(isLeftover(temporaryName('/x/y'))).to.equal(false);
  });

  it('refuses a folder, and leaves nothing', async () => {
    await inTemporaryFolder(async (folder) => {
      const error = await failureOf(publisher.publish(folder, 'x'));
      expect(error.code).to.equal('FILE_WRITE_FAILED');
      expect(error.details['path']).to.equal(folder);
      expect(error.hint).to.contain('folder');
      expect(await readdir(folder)).to.deep.equal([]);
    });
  });

  it('takes back the folders that it made when one of them cannot be made', async () => {
    await inTemporaryFolder(async (folder) => {
      const path = join(folder, 'new', 'x'.repeat(300), 'file');
      const error = await failureOf(publisher.publish(path, 'x'));
      expect(error.details['errno']).to.equal('ENAMETOOLONG');
      const long = join(folder, 'new', 'x'.repeat(300));
      expect((await failureOf(publisher.publish(long, 'x'))).code).to.equal('FILE_WRITE_FAILED');
      expect(await readdir(folder)).to.deep.equal([]);
    });
  });

  it('follows a link to a file, and replaces one that points nowhere', async () => {
    await inTemporaryFolder(async (folder) => {
      await writeFile(join(folder, 'file'), 'old');
      await symlink(join(folder, 'file'), join(folder, 'link'));
      await symlink(join(folder, 'nowhere'), join(folder, 'dangling'));
      await publisher.publish(join(folder, 'link'), 'new');
      await publisher.publish(join(folder, 'dangling'), 'new');
      expect((await lstat(join(folder, 'link'))).isSymbolicLink()).to.equal(true);
      expect(await readFile(join(folder, 'file'), 'utf8')).to.equal('new');
      expect(await readFile(join(folder, 'dangling'), 'utf8')).to.equal('new');
    });
  });

  it('refuses a path through a file', async () => {
    await inTemporaryFolder(async (folder) => {
      await writeFile(join(folder, 'file'), '');
      const error = await failureOf(publisher.publish(join(folder, 'file', 'x'), 'x'));
      expect(error.code).to.equal('FILE_WRITE_FAILED');
      expect(await publisher.read(join(folder, 'file', 'x'))).to.equal(undefined);
    });
  });

  it('says that the disk is full', async () => {
    const error = await failureOf(publisher.publish('/dev/full', 'x'));
    expect(error.code).to.equal('DISK_FULL');
    expect((await stat('/dev/full')).isCharacterDevice()).to.equal(true);
  });

  it('refuses a read-only folder', async function () {
    if (process.getuid?.() === 0) {
      console.log('skipped: root may write read-only folders');
      this.skip();
    }
    await inTemporaryFolder(async (folder) => {
      const locked = join(folder, 'locked');
      await mkdir(locked);
      await chmod(locked, 0o500);
      const error = await failureOf(publisher.publish(join(locked, 'x'), 'x'));
      expect(error.code).to.equal('FILE_WRITE_FAILED');
      await chmod(locked, 0o700);
    });
  });

  it('refuses a file system that takes no files, and what cannot be read', async () => {
    expect((await failureOf(publisher.publish('/proc/etalon/x', 'x'))).code).to.equal('FILE_WRITE_FAILED');
    expect((await failureOf(publisher.read('/tmp'))).code).to.equal('FILE_READ_FAILED');
  });

  it('replaces a file without touching what others hold open', async () => {
    await inTemporaryFolder(async (folder) => {
      const path = join(folder, 'x');
      await publisher.publish(path, 'old');
      const before = await stat(path);
      await publisher.publish(path, 'new');
      expect((await stat(path)).ino).to.not.equal(before.ino);
      expect(await readFile(path, 'utf8')).to.equal('new');
    });
  });
});

describe('writeError', () => {
  it('maps what the file system says and leaves defects alone', () => {
    const errno = (code: string): Error => Object.assign(new Error(code), { code, errno: -1 });
    expect(writeError('/x', errno('EDQUOT'))).to.deep.include({ code: 'DISK_FULL' });
    expect(writeError('/x', errno('EROFS'))).to.deep.include({ code: 'FILE_WRITE_FAILED' });
    expect(writeError('/x', errno('EIO'))).to.deep.include({ code: 'FILE_WRITE_FAILED' });
    const defect = new TypeError('defect');
    expect(writeError('/x', defect)).to.equal(defect);
  });
});
