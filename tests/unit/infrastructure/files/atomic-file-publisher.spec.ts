import { spawnSync } from 'node:child_process';
import { chmod, lstat, mkdir, readFile, readdir, stat, symlink, writeFile } from 'node:fs/promises';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';
import { AtomicFilePublisher } from '#etalon/infrastructure/files/atomic-file-publisher.js';
import { isLeftover, temporaryName } from '#etalon/infrastructure/files/temporary-name.js';
import { writeError } from '#etalon/infrastructure/files/write-errors.js';
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

  it('sweeps what dead processes of this machine left, and nothing else', async () => {
    await inTemporaryFolder(async (folder) => {
      const host = hostname()
        .toLowerCase()
        .replace(/[^a-z0-9]/g, '')
        .slice(0, 40);
      const dead = `.etalon-${host}-${String(deadProcess())}-abc-1.tmp`;
      const recycled = `.etalon-${host}-${String(process.pid)}-abc-1.tmp`;
      const alive = `.etalon-${host}-${String(process.ppid)}-abc-1.tmp`;
      const elsewhere = `.etalon-other${host}-1-abc-1.tmp`;
      for (const name of [dead, recycled, alive, elsewhere, 'mine.tmp']) await writeFile(join(folder, name), '');
      await publisher.publish(join(folder, 'file.txt'), '');
      expect((await readdir(folder)).sort()).to.deep.equal([alive, elsewhere, 'file.txt', 'mine.tmp'].sort());
    });
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
