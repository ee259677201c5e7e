import { expect } from 'chai';
import { CryptoIdGenerator } from '#etalon/infrastructure/system/crypto-id-generator.js';
import { FixedClock } from '../../../support/fixed-clock.js';

describe('CryptoIdGenerator', () => {
  it('gives ids that are letters and digits behind a prefix, all different', () => {
    const ids = new CryptoIdGenerator(new FixedClock());
    const made = Array.from({ length: 1000 }, () => ids.next('run'));
    expect(new Set(made).size).to.equal(1000);
    for (const id of made) expect(id).to.match(/^run-[0-9a-hjkmnp-tv-z]{22}$/);
  });

  it('gives ids that sort by making, within a millisecond, later, and when the clock goes back', () => {
    const clock = new FixedClock();
    const ids = new CryptoIdGenerator(clock);
    const made = [0, 0, 1, 1000, -5000, 0, 86_400_000].map((step) => {
      clock.time += step;
      return ids.next('run');
    });
    expect([...made].sort()).to.deep.equal(made);
  });

  it('gives other ids in another process at the same time', () => {
    const clock = new FixedClock();
    expect(new CryptoIdGenerator(clock).next('a')).not.to.equal(new CryptoIdGenerator(clock).next('a'));
  });
});
