import { expect } from 'chai';
import fc from 'fast-check';
import { wordsOf } from '#etalon/domain/text/words.js';

describe('wordsOf', () => {
  it('gives words and numbers in lower case', () => {
    expect(wordsOf('Ёлка — 2024, что-то O’Reilly!')).to.deep.equal(['елка', '2024', 'что-то', 'o’reilly']);
    expect(wordsOf('🔥 —')).to.deep.equal([]);
  });

  it('gives no more words than are wanted', () => {
    expect(wordsOf('раз, два, три', 2)).to.deep.equal(['раз', 'два']);
    expect(wordsOf('раз', 0)).to.deep.equal([]);
  });

  it('takes marks between letters into the word, and letters beyond the basic plane', () => {
    expect(wordsOf("-а-б--в'г’ 𝟙𝐀𝐛 \ud835 a\udc00b")).to.deep.equal(['а-б', "в'г", '𝟙𝐀𝐛', 'a', 'b']);
  });

  it('finds what the expression for words finds', () => {
    const word = /[\p{L}\p{N}]+(?:[-'’][\p{L}\p{N}]+)*/gu;
    const unit = fc.constantFrom(
      'а',
      'Я',
      'ё',
      'z',
      '7',
      '-',
      "'",
      '’',
      ' ',
      '.',
      '🔥',
      '𝐀',
      '\ud835',
      '\udc00',
      'é',
      '½',
    );
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit }), fc.string({ unit: 'binary' })), (text) => {
        expect(wordsOf(text)).to.deep.equal([...(text.toLowerCase().replaceAll('ё', 'е').match(word) ?? [])]);
      }),
    );
  });
});
