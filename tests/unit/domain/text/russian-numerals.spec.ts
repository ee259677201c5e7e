import { expect } from 'chai';

import { numeralOf, numeralWithin } from '#etalon/domain/text/russian-numerals.js';

describe('numeralOf', () => {
  const values: readonly (readonly [string, number])[] = [
    ['два', 2],
    ['двумя', 2],
    ['двое', 2],
    ['вдвое', 2],
    ['полтора', 1.5],
    ['пяти', 5],
    ['восьми', 8],
    ['одиннадцатью', 11],
    ['двадцать', 20],
    ['тридцати', 30],
    ['сорока', 40],
    ['пятидесяти', 50],
    ['восемьюдесятью', 80],
    ['девяносто', 90],
    ['двухсот', 200],
    ['шестьсот', 600],
    ['девятистам', 900],
  ];
  for (const [word, value] of values)
    it(`reads "${word}" as ${value}`, () => {
      expect(numeralOf(word)).to.deep.equal({ value, rank: 'count', vague: false });
    });

  it('tells scales from counts, and plurals that name no number', () => {
    expect(numeralOf('миллион')).to.deep.equal({ value: 1e6, rank: 'scale', vague: false });
    expect(numeralOf('тысячи')).to.deep.equal({ value: 1e3, rank: 'scale', vague: true });
  });

  it('takes neither "один" nor "семью" nor other words for numbers', () => {
    for (const word of ['один', 'семью', 'пятна', 'столица']) expect(numeralOf(word), word).to.equal(undefined);
  });
});

describe('numeralWithin', () => {
  it('finds the number that a longer word begins with', () => {
    const words = ['пятилетний', 'трехэтажный', 'двухкомнатная', 'десятилетие', 'двадцатилетний', 'восьмичасовой'];
    expect(words.map(numeralWithin)).to.deep.equal([5, 3, 2, 10, 20, 8]);
  });

  it('finds none in words that only look like it', () => {
    for (const word of ['семинар', 'стадион', 'трибуна', 'пяти']) expect(numeralWithin(word), word).to.equal(undefined);
  });
});
