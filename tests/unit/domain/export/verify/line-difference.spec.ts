import { expect } from 'chai';
import { lineDifference } from '#etalon/domain/export/verify/line-difference.js';

describe('lineDifference', () => {
  it('shows the first field that differs, around the first character', () => {
    const text = 'Мост. '.repeat(50);
    const [file, store] = [`${text}один${text}`, `${text}два${text}`].map((s) =>
      JSON.stringify({ id: 1, s, later: s }),
    );
    const found = lineDifference(file!, store!);
    expect(found).to.deep.include({ field: '/s', character: 301 });
    expect(found.file)
      .to.match(/^….*один.*…$/u)
      .and.to.have.length(62);
    expect(found.store).to.contain('два');
  });

  const cases: readonly (readonly [string, string | null, string | null, object])[] = [
    ['another number', '{"a":1.5}', '{"a":2.5}', { field: '/a', character: 1, file: '1.5', store: '2.5' }],
    ['a field too few', '{}', '{"a":{"b":1}}', { field: '/a', character: null, file: null, store: '{…}' }],
    ['a field too many', '{"a":[]}', '{}', { field: '/a', character: null, file: '[…]', store: null }],
    ['the same value written otherwise', '{"a": 1}', '{"a":1}', { field: '', character: 6 }],
    ['text that is not JSON', '{"a":1', '{"a":1}', { field: '', character: 7, file: '{"a":1', store: '{"a":1}' }],
    ['a line that is missing', null, '{"a":1}', { field: '', character: null, file: null, store: '{"a":1}' }],
    ['a line too many', '{"a":1}', null, { field: '', character: null, file: '{"a":1}', store: null }],
  ];
  for (const [name, file, store, expected] of cases) {
    it(`shows ${name}`, () => {
      expect(lineDifference(file, store)).to.deep.include(expected);
    });
  }

  it('stays short, however long the lines and the names in them are', () => {
    const [file, store] = [1, 2].map((value) => JSON.stringify({ ['x'.repeat(1e6)]: `${value}`.repeat(1e6) }));
    expect(JSON.stringify(lineDifference(file!, store!)).length).to.be.below(500);
  });
});
