import { expect } from 'chai';
import { finished, isWholeSentence } from '#etalon/domain/dataset/digest/sentence-shape.js';
import { isDangling, opensLikeTalk } from '#etalon/domain/dataset/digest/sentence-start.js';
import { chattiness, isSolicitation } from '#etalon/domain/dataset/digest/sentence-tone.js';
import { factDensity } from '#etalon/domain/dataset/digest/facts.js';

describe('domain/dataset/digest/sentence-shape', () => {
  for (const text of [
    'Мост через реку открыли утром.',
    '«Север» обыграл «Юг» со счётом 3:1.',
    '12 человек прошли весь маршрут.',
    'iPhone подорожал на 10 процентов.',
    'Ледник тает быстрее, чем ожидалось!',
    '«Мы успели», — сказал машинист поезда.',
    'Волга — самая длинная река Европы.',
    '$800 тысяч потратили на ремонт школы.',
    'В городе нет горячей воды.',
  ])
    it(`takes for whole: ${text}`, () => {
      expect(isWholeSentence(text)).to.equal(true);
    });

  for (const [why, text] of [
    ['begins small', 'мост через реку открыли утром.'],
    ['has no end', 'Мост через реку открыли утром'],
    ['is a question', 'Кто открыл этот мост утром?'],
    ['trails off', 'Мост через реку открыли утром…'],
    ['trails off in dots', 'Мост через реку открыли утром...'],
    ['announces', 'Мост через реку открыли так:'],
    ['has an open quotation', 'Мэр сказал: «Мост через реку открыли.'],
    ['has an open bracket', 'Мост (через реку открыли утром.'],
    ['has an odd quotation mark', 'Мост "через реку открыли утром.'],
    ['is a quotation', '«Мост через реку открыли утром».'],
    ['is a quotation in straight marks', '"Мост через реку открыли утром".'],
    ['is too short', 'Мост открыли утром.'],
    ['is too long', `Мост открыли ${'утром и вечером '.repeat(25)}снова.`],
    ['is English', 'The bridge over the река was opened.'],
    ['is code', 'Функция list[int] вернула {пустой} список.'],
    ['holds an address', 'Мост открыли на сайте https://a.example вчера.'],
    ['names an account', 'Мост открыли вместе с @kanal утром.'],
    ['shouts', 'МОСТ ЧЕРЕЗ РЕКУ ОТКРЫЛИ УТРОМ СЕГОДНЯ.'],
    ['has no predicate', 'Новый мост через широкую реку.'],
  ] as const)
    it(`does not take for whole what ${why}`, () => {
      expect(isWholeSentence(text)).to.equal(false);
    });

  it('lets the first sentence of a post do without a verb', () => {
    expect(isWholeSentence('Пожар на складе в Сосновке.', true)).to.equal(false);
    expect(isWholeSentence('Сильный пожар на старом складе в Сосновке.', true)).to.equal(true);
    expect(isWholeSentence('Сильный пожар на старом складе в Сосновке.')).to.equal(false);
  });

  it('finishes headlines with a full stop where one is missing', () => {
    expect(finished('Мост открыли')).to.equal('Мост открыли.');
    expect(finished('Рост на 5 %')).to.equal('Рост на 5 %.');
    expect(finished('Открыт «Север»')).to.equal('Открыт «Север».');
    for (const text of ['Мост открыли.', 'Кто?', '«Ура!»', 'Так:', 'Потом…']) expect(finished(text)).to.equal(text);
  });
});

describe('domain/dataset/digest/sentence-start', () => {
  for (const text of [
    'Он открыл мост.',
    'Также открыли каток.',
    'При этом цены выросли.',
    'По его словам, мост прочен.',
    'В этом месте был сад.',
    'Всё это стоило дорого.',
    'Ещё один мост закрыли.',
    'К тому же идёт снег.',
    'Цена билета: 300 рублей для взрослых.',
  ])
    it(`hears that something came before: ${text}`, () => {
      expect(isDangling(text)).to.equal(true);
    });

  for (const text of [
    'На этой неделе откроют мост.',
    'В этом году ждут снега.',
    'Мост открыли утром.',
    'Данные опубликовали.',
  ])
    it(`hears nothing before: ${text}`, () => {
      expect(isDangling(text)).to.equal(false);
    });

  it('lets a post begin with what would lean on another sentence inside it', () => {
    expect(isDangling('Теперь мост открыт ночью.')).to.equal(true);
    expect(isDangling('Теперь мост открыт ночью.', true)).to.equal(false);
    expect(isDangling('Он открыт ночью.', true)).to.equal(true);
    expect(isDangling('Прогноз: мост откроют ночью.', true)).to.equal(false);
    expect(isDangling('А мост открыт ночью.', true)).to.equal(true);
  });

  it('knows words of conversation', () => {
    expect(opensLikeTalk('Итак, мост открыт.')).to.equal(true);
    expect(opensLikeTalk('Мост открыт.')).to.equal(false);
    expect(opensLikeTalk('')).to.equal(false);
  });
});

describe('domain/dataset/digest/sentence-tone', () => {
  for (const text of [
    'Подписывайтесь на канал.',
    'Готовьтесь к зиме заранее.',
    'Больше новостей тут.',
    'Фото: пресс-служба музея.',
    'Хотите сэкономить на ремонте?',
    'Скидка по промокоду ЛЕТО действует до пятницы.',
    'Дорогие друзья, канал переехал.',
  ])
    it(`hears a call: ${text}`, () => {
      expect(isSolicitation(text)).to.equal(true);
    });

  it('hears none in news', () => {
    for (const text of ['На сайте музея открыли выставку.', 'Учёные защитили орбиту.', 'Появились новые данные.'])
      expect(isSolicitation(text)).to.equal(false);
  });

  it('tells talk from news', () => {
    expect(chattiness('Мост открыли утром.')).to.equal(0);
    expect(chattiness('Мы открыли мост.')).to.equal(0.4);
    expect(chattiness('Рассказываем о новом мосте.')).to.equal(0.5);
    expect(chattiness('Я вам покажу наш мост!')).to.equal(1);
    expect(chattiness('Мост открыт!')).to.equal(0.2);
    expect(chattiness('Учёные нашли воду под Вашингтоном.')).to.equal(0);
  });
});

describe('domain/dataset/digest/facts', () => {
  it('counts numbers and names up to a point', () => {
    expect(factDensity('Дождь идёт.')).to.equal(0);
    expect(factDensity('В Туле выпало 5 мм дождя.')).to.equal(0.5);
    expect(factDensity('В Туле, Твери, Орле, Курске и Омске выпало 5 мм.')).to.equal(1);
  });
});
