import { isUtf8 } from 'node:buffer';
import { expect } from 'chai';
import fc from 'fast-check';
import { firstInvalidUtf8 } from '#etalon/infrastructure/json/first-invalid-utf8.js';

describe('firstInvalidUtf8', () => {
  it('agrees with the runtime on what is well-formed', () => {
    const byte = fc.oneof(fc.nat(255), fc.constantFrom(0xe0, 0xed, 0xf0, 0xf4, 0x80, 0x90, 0x9f, 0xa0, 0xbf, 0xc1));
    const property = fc.property(fc.array(byte, { maxLength: 12 }), (bytes) => {
      const data = Uint8Array.from(bytes);
      const at = firstInvalidUtf8(data);
      expect(at === data.length).to.equal(isUtf8(data));
      expect(isUtf8(data.subarray(0, at))).to.equal(true);
    });
    fc.assert(property, { numRuns: 2000 });
  });

  it('passes over text of all lengths of characters', () => {
    expect(firstInvalidUtf8(Buffer.from('aбℵ😀'))).to.equal(10);
    expect(firstInvalidUtf8(Buffer.from([0x61, 0xd0]))).to.equal(1);
  });
});
