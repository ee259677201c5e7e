import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { expect } from 'chai';
import { LockFileFolderLock } from '#etalon/infrastructure/files/lock-file-folder-lock.js';
import { CryptoIdGenerator } from '#etalon/infrastructure/system/crypto-id-generator.js';
import { currentProcess } from '#etalon/infrastructure/system/process-identity.js';
import { SystemClock } from '#etalon/infrastructure/system/system-clock.js';
import { failureOf } from '../../../support/failure-of.js';
import { inTemporaryFolder } from '../../../support/temporary-folder.js';

const ids = new CryptoIdGenerator(new SystemClock());
const lock = new LockFileFolderLock(ids);

function deadOwner(token: string): string {
  const { pid } = spawnSync(process.execPath, ['-e', '0']);
  return JSON.stringify({ ...currentProcess(), pid, startedAt: null, token });
}

/** A process that adds one to `count.txt` so many times, reading and writing under the lock. */
function counter(folder: string, times: number): ReturnType<typeof spawn> {
  const code = `
    import { readFile, writeFile } from 'node:fs/promises';
    const { LockFileFolderLock } = await import('#etalon/infrastructure/files/lock-file-folder-lock.js');
    let made = 0;
    const lock = new LockFileFolderLock({ next: () => 'p' + process.pid + '-' + (made += 1) });
    const path = ${JSON.stringify(join(folder, 'count.txt'))};
    for (let i = 0; i < ${times}; i += 1) {
      await lock.hold(${JSON.stringify(folder)}, async () => writeFile(path, String(1 + Number(await readFile(path)))));
    }`;
  return spawn(process.execPath, ['--input-type=module', '-e', code], { stdio: 'inherit' });
}

describe('LockFileFolderLock', () => {
  it('lets one work at a time, in one process', async () => {
    await inTemporaryFolder(async (folder) => {
      let inside = 0;
      const work = async (): Promise<void> => {
        inside += 1;
        expect(inside).to.equal(1);
        await setTimeout(5);
        inside -= 1;
      };
      await Promise.all(Array.from({ length: 6 }, () => lock.hold(folder, work)));
      expect(await readdir(folder)).to.deep.equal([]);
    });
  });

  it('loses no change of processes that begin with a lock that a dead one left', async () => {
    await inTemporaryFolder(async (folder) => {
      await writeFile(join(folder, 'count.txt'), '0');
      await writeFile(join(folder, '.etalon.lock'), deadOwner('gone'));
      await writeFile(join(folder, '.etalon.lock.gone'), deadOwner('gone-too'));
      const children = [1, 2, 3].map(() => counter(folder, 20));
      const codes = await Promise.all(children.map(async (child) => (await once(child, 'exit'))[0] as number));
      expect(codes).to.deep.equal([0, 0, 0]);
      expect(await readFile(join(folder, 'count.txt'), 'utf8')).to.equal('60');
      expect(await readdir(folder)).to.deep.equal(['count.txt']);
    });
  });

  it('gives up on one that stays, naming it, and does not touch what it cannot judge', async () => {
    await inTemporaryFolder(async (folder) => {
      const hasty = new LockFileFolderLock(ids, 60);
      for (const [content, pid] of [
        [JSON.stringify({ ...currentProcess(), host: 'elsewhere', pid: 7, token: 't' }), 7],
        ['{', null],
      ] as const) {
        await writeFile(join(folder, '.etalon.lock'), content);
        const error = await failureOf(hasty.hold(folder, () => Promise.resolve()));
        expect(error.code).to.equal('FOLDER_LOCKED');
        expect(error.details).to.deep.include({ path: join(folder, '.etalon.lock'), pid });
        expect(await readFile(join(folder, '.etalon.lock'), 'utf8')).to.equal(content);
      }
    });
  });

  it('bears others that take the empty folder away meanwhile', async () => {
    await inTemporaryFolder(async (folder) => {
      const deep = join(folder, 'a', 'b');
      const work = Array.from({ length: 30 }, () => new LockFileFolderLock(ids).hold(deep, () => setTimeout(1, 5)));
      expect(await Promise.all(work)).to.have.length(30);
      expect(await readdir(folder, { recursive: true })).to.not.include(join('a', 'b', '.etalon.lock'));
    });
  });

  it('makes the folder, and takes it back when the work fails', async () => {
    await inTemporaryFolder(async (folder) => {
      const deep = join(folder, 'a', 'b');
      const failing = lock.hold(deep, () => Promise.reject(new Error('no')));
      expect(await failing.catch((error: unknown) => error)).to.be.instanceOf(Error);
      expect(await readdir(folder)).to.deep.equal([]);
      expect(await lock.hold(deep, () => Promise.resolve(5))).to.equal(5);
      await lock.hold(deep, () => writeFile(join(deep, 'x'), ''));
      expect(await readdir(deep)).to.deep.equal(['x']);
      const error = await failureOf(lock.hold(join(deep, 'x'), () => Promise.resolve()));
      expect(error.code).to.equal('FILE_WRITE_FAILED');
    });
  });
});
