import { expect } from 'chai';

import { verdictExit } from '#etalon/presentation/cli/benchmark/verdict-exit.js';

describe('verdictExit', () => {
  it('gives each verdict its exit code', () => {
    expect(verdictExit('PASS', true)).to.equal(0);
    expect(verdictExit('WARN', false)).to.equal(0);
    expect(verdictExit('WARN', true)).to.equal(3);
    expect(verdictExit('FAIL', false)).to.equal(2);
    expect(verdictExit('INSUFFICIENT', false)).to.equal(4);
    expect(verdictExit(null, false)).to.equal(4);
  });
});
