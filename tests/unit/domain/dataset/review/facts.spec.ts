import { expect } from 'chai';
import { datesOf, namesOf, numbersOf } from '#etalon/domain/dataset/review/facts.js';
import { quoted } from '#etalon/domain/dataset/review/quoted.js';

describe('facts of a text', () => {
  it('reads numbers apart from dates, groups and decimals as one', () => {
    expect(numbersOf('45 000 рублей, 2,5 % и 12:30, но 3 ноября не число')).to.deep.equal(['45000', '2.5', '12:30']);
    expect(numbersOf('1\u00A0200\u202F000 человек')).to.deep.equal(['1200000']);
    expect(numbersOf('без чисел')).to.deep.equal([]);
  });

  it('reads dates in words', () => {
    expect(datesOf('С 03 Ноября по 12 декабря, а не 123 мая')).to.deep.equal(['3 ноября', '12 декабря']);
  });

  it('reads names in the middle of a sentence only', () => {
    expect(namesOf('Мэр Тихореченска посетил «Новую Слободу», сообщает Вестник-24.')).to.deep.equal([
      'Тихореченска',
      'Новую',
      'Слободу',
      'Вестник-24',
    ]);
    expect(namesOf("Вышла игра Liar's Bar.")).to.deep.equal(["Liar's", 'Bar']);
    expect(namesOf('Снег. Выпал.')).to.deep.equal([]);
  });
});

describe('quoted', () => {
  it('puts a text on one line into marks, inner marks changed', () => {
    expect(quoted('Банк «Рябина»\n открылся ')).to.equal('«Банк „Рябина“ открылся»');
  });

  it('cuts a long text at a word, or in a word without spaces', () => {
    expect(quoted('слово, '.repeat(30))).to.match(/^«(?:слово, )+слово…»$/u);
    expect(quoted('я'.repeat(200))).to.equal(`«${'я'.repeat(90)}…»`);
  });
});
