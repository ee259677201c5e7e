import { expect } from 'chai';
import fc from 'fast-check';
import { canonicalJson } from '#etalon/domain/shared/canonical-json.js';
import type { JsonValue } from '#etalon/domain/shared/json-value.js';

describe('canonicalJson', () => {
  it('sorts keys, drops white space and writes -0 as 0', () => {
    expect(canonicalJson({ b: [1, -0, null], a: { d: true, c: 'ё' } })).to.equal(
      '{"a":{"c":"ё","d":true},"b":[1,0,null]}',
    );
  });

  it('keeps hostile keys as the keys they are', () => {
    expect(canonicalJson(JSON.parse('{"__proto__":1,"$where":"x","a.b":2}') as JsonValue)).to.equal(
      '{"$where":"x","__proto__":1,"a.b":2}',
    );
  });

  it('refuses numbers that JSON has not', () => {
    for (const number of [NaN, Infinity, -Infinity]) expect(() => canonicalJson(number)).to.throw(RangeError);
  });

  it('does not depend on the order of keys and reads back as the same value', () => {
    fc.assert(
      fc.property(fc.jsonValue({ noUnicodeString: false }), (value) => {
        const text = canonicalJson(value as JsonValue);
        expect(canonicalJson(JSON.parse(text) as JsonValue)).to.equal(text);
      }),
      { seed: 3 },
    );
  });
});
