import { expect } from 'chai';

import { SeenIds } from '#etalon/domain/benchmark/seen-ids.js';

describe('SeenIds', () => {
  it('knows the line of every id that it saw, and no other', () => {
    const seen = new SeenIds();
    for (let line = 1; line <= 20_000; line += 1) expect(seen.add(`digest-${line}`, line)).to.equal(undefined);
    for (let line = 1; line <= 20_000; line += 997) expect(seen.add(`digest-${line}`, 99_999)).to.equal(line);
    expect(seen.add('digest-20001', 20_001)).to.equal(undefined);
  });

  it('tells ids apart that differ in one letter, in order, or in length', () => {
    const seen = new SeenIds();
    for (const [index, id] of ['a', 'b', 'ab', 'ba', 'aab', 'aba', 'ё', 'е'].entries())
      expect(seen.add(id, index + 1), id).to.equal(undefined);
  });
});
