import { expect } from 'chai';
import { percentText } from '#etalon/domain/shared/percent-text.js';

describe('percentText', () => {
  for (const [share, text] of [
    [3 / 131, '2.3 %'],
    [0, '0 %'],
    [0.9, '90 %'],
    [0.29, '29 %'],
    [0.89999, '89.9 %'],
    [0.8996, '89.9 %'],
    [0.8994, '89.9 %'],
    [0.99999, '99.9 %'],
    [1, '100 %'],
  ] as const)
    it(`shows ${share} as ${text}`, () => {
      expect(percentText(share)).to.equal(text);
    });
});
