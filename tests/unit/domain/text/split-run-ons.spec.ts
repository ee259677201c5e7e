import { expect } from 'chai';
import fc from 'fast-check';
import { splitRunOns } from '#etalon/domain/text/split-run-ons.js';

describe('domain/text/split-run-ons', () => {
  for (const sentences of [
    ['Поправить стоит только форму.', 'оценка=5'],
    ['Поправить стоит только форму.', '- [x] полнота.', 'точность'],
    ['Мост открыли.', 'score 5 of 5'],
    ['Мост открыли.', 'Движение запустили.'],
    ['Приехали из Твери по просп. мира и корп. пять.'],
    ['Выручка выросла до 12 млрд. рублей за год.'],
    ['Это все, т. е. почти все, и др. тоже.'],
    ['Компания Apple Inc. подала иск.'],
    ['Что это... неизвестно.'],
  ])
    it(`takes apart: ${sentences.join(' | ')}`, () => {
      expect(splitRunOns(sentences.join(' '))).to.deep.equal(sentences);
    });

  it('loses no character that is not white space', () => {
    const word = fc.constantFrom('мост', 'форму.', 'просп.', 'и', 'Да.', '«нет.', '-', 'ok');
    const lost = (text: string) => text.replace(/\s/gu, '');
    fc.assert(
      fc.property(fc.array(word), (words) => {
        expect(lost(splitRunOns(words.join(' ')).join(''))).to.equal(lost(words.join('')));
      }),
    );
  });
});
