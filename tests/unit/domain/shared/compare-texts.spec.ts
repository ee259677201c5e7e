import { expect } from 'chai';
import fc from 'fast-check';
import { compareTexts } from '#etalon/domain/shared/compare-texts.js';

describe('compareTexts', () => {
  it('orders texts by their UTF-8 bytes', () => {
    const text = fc.string({ unit: 'binary', maxLength: 6 });
    fc.assert(
      fc.property(text, text, (a, b) => {
        expect(Math.sign(compareTexts(a, b))).to.equal(Buffer.compare(Buffer.from(a), Buffer.from(b)));
      }),
    );
    expect(compareTexts('\uFFFD', '😀')).to.be.lessThan(0);
    expect(compareTexts('ab', 'a')).to.be.greaterThan(0);
    expect(compareTexts('я', 'я')).to.equal(0);
  });
});
