import { expect } from 'chai';
import { hasSwitch, wantsColours } from '#etalon/presentation/cli/terminal.js';

const sink = (isTTY?: boolean) => ({ write: () => true, ...(isTTY === undefined ? {} : { isTTY }) });

describe('wantsColours', () => {
  it('says yes to a terminal alone', () => {
    expect(wantsColours(sink(true), { argv: [], env: {} })).to.equal(true);
    expect(wantsColours(sink(false), { argv: [], env: {} })).to.equal(false);
    expect(wantsColours(sink(), { argv: [], env: {} })).to.equal(false);
  });

  it('heeds NO_COLOR, --no-color and terminals that cannot', () => {
    expect(wantsColours(sink(true), { argv: [], env: { NO_COLOR: '1' } })).to.equal(false);
    expect(wantsColours(sink(true), { argv: [], env: { NO_COLOR: '' } })).to.equal(true);
    expect(wantsColours(sink(true), { argv: ['seed', '--no-color'], env: {} })).to.equal(false);
    expect(wantsColours(sink(true), { argv: [], env: { TERM: 'dumb' } })).to.equal(false);
  });
});

describe('hasSwitch', () => {
  it('looks before "--" only', () => {
    expect(hasSwitch(['a', '--json'], '--json')).to.equal(true);
    expect(hasSwitch(['a', '--', '--json'], '--json')).to.equal(false);
  });
});
