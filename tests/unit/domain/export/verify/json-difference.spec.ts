import { expect } from 'chai';
import fc from 'fast-check';
import { jsonDifference } from '#etalon/domain/export/verify/json-difference.js';

describe('jsonDifference', () => {
  it('finds none in equal values, whatever the order of their members', () => {
    fc.assert(
      fc.property(fc.json({ noUnicodeString: false }), (text) => {
        const value = JSON.parse(text) as unknown;
        expect(jsonDifference(value, JSON.parse(text))).to.equal(undefined);
      }),
    );
    expect(jsonDifference({ a: 1, b: 2 }, { b: 2, a: 1 })).to.equal(undefined);
  });

  const cases: readonly (readonly [unknown, unknown, string])[] = [
    [1, '1', ''],
    [{ a: [1, 2] }, { a: [1, 3] }, '/a/1'],
    [{ a: [1] }, { a: [1, 2] }, '/a/1'],
    [{ a: { b: 1 } }, { a: {} }, '/a/b'],
    [{ 'a/b~': 1 }, { 'a/b~': 2 }, '/a~1b~0'],
    [[], {}, ''],
    [null, {}, ''],
    [{ toString: 1 }, {}, '/toString'],
    [JSON.parse('{"__proto__":1}'), {}, '/__proto__'],
  ];
  for (const [left, right, path] of cases) {
    it(`names ${path || 'the value'} of ${JSON.stringify(left)} and ${JSON.stringify(right)}`, () => {
      expect(jsonDifference(left, right)?.path).to.equal(path);
      expect(jsonDifference(right, left)?.path).to.equal(path);
    });
  }
});
