import { expect } from 'chai';
import { NodeHardwareFacts } from '#etalon/infrastructure/system/node-hardware-facts.js';
import { NodeHasher } from '#etalon/infrastructure/system/node-hasher.js';
import { SystemClock } from '#etalon/infrastructure/system/system-clock.js';

describe('NodeHasher', () => {
  it('gives the published SHA-256 of "abc", whole and piece by piece', () => {
    const expected = 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad';
    const hasher = new NodeHasher();
    expect(hasher.hash('abc')).to.equal(expected);
    const hash = hasher.incremental();
    for (const piece of ['a', '', 'bc']) hash.update(piece);
    expect(hash.digest()).to.equal(expected);
  });

  it('hashes UTF-8', () => {
    const hasher = new NodeHasher();
    const hash = hasher.incremental();
    hash.update('эта');
    hash.update('лон');
    expect(hash.digest()).to.equal(hasher.hash('эталон'));
  });
});

describe('NodeHardwareFacts', () => {
  it('tells of the machine', async () => {
    const facts = await new NodeHardwareFacts().read();
    expect(facts.cores).to.be.at.least(1);
    expect(facts.memoryBytes).to.be.greaterThan(2 ** 20);
    expect(facts.cpu).not.to.equal('');
    expect(facts.node).to.equal(process.versions.node);
    expect(facts.platform).to.contain(process.platform);
    expect(facts.gpu === null || facts.gpu.length > 0).to.equal(true);
  });
});

describe('SystemClock', () => {
  it('tells the time of day, and a time that never goes back', () => {
    const clock = new SystemClock();
    expect(Math.abs(clock.now() - Date.now())).to.be.below(1000);
    const first = clock.monotonic();
    expect(clock.monotonic()).to.be.at.least(first);
  });
});
