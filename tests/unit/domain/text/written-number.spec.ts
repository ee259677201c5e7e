import { expect } from 'chai';

import { numberKey, writtenNumber } from '#etalon/domain/text/written-number.js';

describe('writtenNumber', () => {
  const plain: readonly (readonly [string, number])[] = [
    ['38', 38],
    ['8,9', 8.9],
    ['7.5', 7.5],
    ['1 200 000', 1_200_000],
    ['1\u00a0200', 1200],
    ['1.500.000', 1_500_000],
    ['1,500,000', 1_500_000],
  ];
  for (const [written, value] of plain)
    it(`reads "${written}" as ${value}`, () => {
      expect(writtenNumber(written).value).to.equal(value);
    });

  it('reads dates, times and versions as what they are', () => {
    expect(writtenNumber('05.11.2024')).to.deep.equal({ value: undefined, readings: ['d5.11'] });
    expect(writtenNumber('2024-11-05')).to.deep.equal({ value: undefined, readings: ['d5.11'] });
    expect(writtenNumber('09:30')).to.deep.equal({ value: undefined, readings: ['t9:30'] });
    expect(writtenNumber('3.13.1')).to.deep.equal({ value: undefined, readings: ['v3.13.1'] });
    expect(writtenNumber('45.99.2024').readings).to.deep.equal(['v45.99.2024']);
  });

  it('keeps both readings where writing is ambiguous', () => {
    expect(writtenNumber('3.03')).to.deep.equal({ value: 3.03, readings: ['d3.3'] });
    expect(writtenNumber('1.500')).to.deep.equal({ value: 1.5, readings: ['n1500'] });
  });

  it('gives equal numbers one key', () => {
    expect(numberKey(0.1 + 0.2)).to.equal(numberKey(0.3));
    expect(numberKey(1.2 * 1e6)).to.equal('n1200000');
  });
});
