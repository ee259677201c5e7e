import { execFileSync } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';
import { readGitCommit } from '#etalon/infrastructure/system/git-commit.js';

describe('readGitCommit', () => {
  let folder: string;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'etalon-git-'));
  });
  afterEach(async () => {
    await rm(folder, { recursive: true, force: true });
  });
  const git = (...args: string[]): string => execFileSync('git', ['-C', folder, ...args], { encoding: 'utf8' }).trim();

  it('gives the commit of a checkout', async () => {
    git('init', '-q');
    const identity = ['-c', 'user.name=Tests', '-c', 'user.email=tests@localhost'];
    git(...identity, 'commit', '-q', '--allow-empty', '-m', 'First');
    expect(await readGitCommit(folder)).to.equal(git('rev-parse', 'HEAD'));
  });

  it('gives null outside of one, and for a folder that is not there', async () => {
    expect(await readGitCommit(folder)).to.equal(null);
    expect(await readGitCommit(join(folder, 'nowhere'))).to.equal(null);
  });
});
