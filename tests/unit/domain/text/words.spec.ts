import { expect } from 'chai';
import { wordsOf } from '#etalon/domain/text/words.js';

describe('wordsOf', () => {
  it('gives words and numbers in lower case', () => {
    expect(wordsOf('Ёлка — 2024, что-то O’Reilly!')).to.deep.equal(['елка', '2024', 'что-то', 'o’reilly']);
    expect(wordsOf('🔥 —')).to.deep.equal([]);
  });
});
