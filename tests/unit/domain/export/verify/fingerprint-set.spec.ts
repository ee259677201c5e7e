import { expect } from 'chai';
import { FingerprintSet } from '#etalon/domain/export/verify/fingerprint-set.js';
import { sha256 } from '../../../../support/checked-export.js';

describe('FingerprintSet', () => {
  it('knows what was added, through many growths', () => {
    const set = new FingerprintSet();
    const hashes = Array.from({ length: 50_000 }, (_, index) => sha256(String(index)));
    expect(hashes.every((hash) => set.add(hash))).to.equal(true);
    expect(hashes.some((hash) => set.add(hash))).to.equal(false);
    expect(set.add(sha256('50000'))).to.equal(true);
  });

  it('tells fingerprints apart that share a slot, or are zero', () => {
    const set = new FingerprintSet();
    const alike = ['0000000100000007', '0000000200000007', '0000000000000000', '0000000000000001'];
    expect(alike.map((hash) => set.add(hash))).to.deep.equal([true, true, true, false]);
    expect(alike.map((hash) => set.add(hash))).to.deep.equal([false, false, false, false]);
  });
});
