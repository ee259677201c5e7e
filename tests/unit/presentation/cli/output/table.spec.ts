import { expect } from 'chai';
import { layOutTable } from '#etalon/presentation/cli/output/table.js';

describe('layOutTable', () => {
  it('lays texts to the left and numbers to the right, by what is seen', () => {
    const rows = [
      { channel: '@news', posts: 7, note: 'да' },
      { channel: '\u001b[31m@x\u001b[39m', posts: 120, note: null },
      { channel: 'э\u0301то', posts: null, note: true },
    ];
    expect(layOutTable(rows)).to.deep.equal([
      'channel  posts  note',
      '@news        7  да',
      '\u001b[31m@x\u001b[39m         120  -',
      'э\u0301то          -  true',
    ]);
  });

  it('keeps a row on one line', () => {
    expect(layOutTable([{ text: 'a\n  b\tc' }])).to.deep.equal(['text', 'a b c']);
  });

  it('gives nothing for no rows', () => {
    expect(layOutTable([])).to.deep.equal([]);
    expect(layOutTable([{}])).to.deep.equal([]);
  });
});
