import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { currentProcess, isDead } from '#etalon/infrastructure/system/process-identity.js';
import { expect } from 'chai';

describe('Process identity', () => {
  const self = currentProcess();

  it('knows that this process lives', () => {
    expect(self.pid).to.equal(process.pid);
    expect(isDead(self)).to.equal(false);
  });

  it('knows that a process has ended', async () => {
    const child = spawn(process.execPath, ['-e', '0']);
    await once(child, 'exit');
    expect(isDead({ ...self, pid: child.pid ?? 0 })).to.equal(true);
  });

  it('is not deceived by another process with a recycled id', function () {
    if (self.startedAt === null) {
      console.log('skipped: this system does not say when a process started');
      this.skip();
    }
    expect(isDead({ ...self, startedAt: '1' })).to.equal(true);
    expect(isDead({ ...self, startedAt: null })).to.equal(false);
  });

  it('does not judge processes of other machines', () => {
    expect(isDead({ ...self, host: 'elsewhere', pid: 999_999_999 })).to.equal(false);
    expect(isDead({ ...self, machine: 'another boot', pid: 999_999_999 })).to.equal(false);
  });

  it('takes a process of another user as living', () => {
    expect(isDead({ ...self, pid: 1, startedAt: null })).to.equal(false);
  });
});
