import { expect } from 'chai';
import fc from 'fast-check';
import { compareUtf8 } from '#etalon/domain/shared/compare-utf8.js';

describe('compareUtf8', () => {
  it('orders texts as their UTF-8 bytes are ordered', () => {
    const text = fc.string({ unit: fc.constantFrom('', 'a', 'я', '\ud7ff', '\ue000', '\uffff', '😀', '\u{10ffff}') });
    fc.assert(
      fc.property(text, text, (a, b) => {
        expect(Math.sign(compareUtf8(a, b))).to.equal(Buffer.compare(Buffer.from(a), Buffer.from(b)));
      }),
    );
    expect(compareUtf8('\uffff', '😀')).to.be.below(0);
    expect(compareUtf8('ab', 'a')).to.be.above(0);
  });
});
