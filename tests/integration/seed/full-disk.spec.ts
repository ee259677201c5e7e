import { spawnSync } from 'node:child_process';
import { mkdir, mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';
import { runEtalon, type CliResult } from '../../support/run-etalon.js';

const NEEDS = 'skipped: mounting a small disk needs root and mount(8)';

/** Mounts a small disk at a folder; says whether that worked. */
function mountDisk(place: string, options: string): boolean {
  return spawnSync('mount', ['-t', 'tmpfs', '-o', options, 'tmpfs', place]).status === 0;
}

describe('etalon seed on a disk that is full or read-only', () => {
  let folder: string;
  let disk: string;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'etalon-disk-'));
    disk = join(folder, 'disk');
    await mkdir(disk);
  });
  afterEach(async () => {
    spawnSync('umount', [disk]);
    await rm(folder, { recursive: true, force: true });
  });

  const seed = (dataDir: string): Promise<CliResult> =>
    runEtalon([
      ...['seed', '--from', 'telegram-export', '--path', 'examples/telegram-export', '--window-end', '2024-12-03'],
      ...['--data-dir', dataDir, '--json'],
    ]);

  for (const kilobytes of [64, 700, 1100]) {
    it(`says that a disk of ${kilobytes} KB is full, keeps no half-written record, and completes later`, async function () {
      if (!mountDisk(disk, `size=${kilobytes}k`)) {
        console.log(NEEDS);
        this.skip();
      }
      const full = await seed(join(disk, 'data'));
      expect(full.exitCode, full.stderr).to.equal(1);
      expect(full.error().code).to.equal('DISK_FULL');
      expect(full.error().hint).to.contain('space');
      spawnSync('mount', ['-o', 'remount,size=64m', disk]);
      const later = await seed(join(disk, 'data'));
      expect(later.exitCode, later.stderr).to.equal(0);
      expect(later.json<{ totals: { digests: number } }>().totals.digests).to.equal(150);
    });
  }

  it('refuses a read-only folder and changes nothing', async function () {
    if (!mountDisk(disk, 'size=1m,ro')) {
      console.log(NEEDS);
      this.skip();
    }
    const refused = await seed(join(disk, 'data'));
    expect([refused.exitCode, refused.error().code]).to.deep.equal([1, 'DATA_DIR_UNUSABLE']);
    expect(refused.error().message).to.contain(disk);
    expect(await readdir(disk)).to.deep.equal([]);
  });
});
