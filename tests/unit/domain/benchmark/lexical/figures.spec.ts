import { expect } from 'chai';

import { FigureIndex } from '#etalon/domain/benchmark/lexical/figure-index.js';
import { figuresOf, impliedFigures } from '#etalon/domain/benchmark/lexical/figures.js';
import { Lexicon } from '#etalon/domain/benchmark/lexical/lexicon.js';
import { tokensOf } from '#etalon/domain/benchmark/lexical/token-scanner.js';
import { RussianTextTools } from '#etalon/infrastructure/text/russian-text-tools.js';

const tools = new RussianTextTools();
const lexicon = new Lexicon((word) => tools.stem(word));
const read = (text: string) => figuresOf(tokensOf(text, lexicon));
const index = (text: string) => {
  const tokens = tokensOf(text, lexicon);
  return new FigureIndex([...figuresOf(tokens), ...impliedFigures(tokens)]);
};
const states = (source: string, summary: string) => read(summary).every((figure) => index(source).states(figure));

describe('figures', () => {
  const same: readonly (readonly [string, string])[] = [
    ['1 200 000 рублей', '1,2 млн рублей'],
    ['1.500.000 рублей', '1,5 миллиона рублей'],
    ['15 %', '15 процентов'],
    ['$5 млн', '5 миллионов долларов'],
    ['8 тысяч рублей', 'восемь тысяч рублей'],
    ['25 домов', 'двадцать пять домов'],
    ['123 школы', 'сто двадцать три школы'],
    ['1 миллион 200 тысяч', '1,2 млн'],
    ['2,5 миллиона', 'два с половиной миллиона'],
    ['1,5 миллиона', 'полтора миллиона'],
    ['двое детей', '2 ребёнка'],
    ['2 кг', '2000 граммов'],
    ['90 минут', '1,5 часа'],
    ['3 марта', '03.03.2024'],
    ['3 марта 2024 года', '3.03'],
    ['5–7 ноября', '5 ноября'],
    ['с 5 по 7 ноября', '7 ноября'],
    ['в 09:30', 'в 9:30'],
    ['пятилетний проект', '5 лет'],
    ['во вторник', 'вторника'],
    ['постов: 6 из 15', '6 из 15 постов'],
    ['миллион рублей', '1 млн рублей'],
  ];
  for (const [source, summary] of same)
    it(`finds "${summary}" in "${source}"`, () => {
      expect(states(source, summary)).to.equal(true);
    });

  const different: readonly (readonly [string, string])[] = [
    ['1 200 000 рублей', '1,3 млн рублей'],
    ['5 млн рублей', '5 млн долларов'],
    ['15 %', '15 рублей'],
    ['8,9 тыс. рублей', '8,9 млн рублей'],
    ['5 ноября', '5 марта'],
    ['5 ноября', '6 ноября'],
    ['погибли 3 человека, построили 5 домов', 'погибли 5 человек'],
    ['постов: 6 из 15', '15 предложений и 9 постов'],
    ['во вторник', 'в пятницу'],
    ['в 9:30', 'в 9:40'],
    ['2 кг', '2 тонны'],
  ];
  for (const [source, summary] of different)
    it(`does not find "${summary}" in "${source}"`, () => {
      expect(states(source, summary)).to.equal(false);
    });

  it('sees no number in vague plurals and in "один"', () => {
    expect(read('тысячи людей и один из них')).to.deep.equal([]);
  });

  it('holds a value whatever it counts, and remembers a bounded number of uses', () => {
    const many = index('7 домов '.repeat(500));
    expect(many.holds(read('7 школ')[0]!)).to.equal(true);
    expect(many.holds(read('8 школ')[0]!)).to.equal(false);
  });
});
