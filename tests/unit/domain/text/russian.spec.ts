import { expect } from 'chai';
import { letterCounts } from '#etalon/domain/text/letter-counts.js';
import { cyrillicShare, isRussian } from '#etalon/domain/text/russian.js';

const never = (): string => {
  throw new Error('the detector was asked');
};

describe('isRussian', () => {
  const russian = [
    'В Москве выпал снег',
    'Обновляемся: Nvidia нашла серьёзные уязвимости в видеокартах RTX',
    'Физик составил уравнение движения своей кошки\n\nhttps://naked-science.ru/article/physics/uravnenie-dvizheniya',
    'Слово [тут](https://store.steampowered.com/app/2242330/Empire_of_the_Ants/?utm_source=telegram)',
    'Пример кода:\n```python\nfor item in items: print(item)\nreturn items\n```',
    'Пишите @administrator_of_channel',
  ];
  for (const text of russian)
    it(`takes: ${text.slice(0, 40)}`, () => {
      expect(isRussian(text, never)).to.equal(true);
    });

  const foreign = [
    'The quick brown fox jumps over the lazy dog',
    'Це український текст про їжу та інші речі',
    'Беларуская мова ў школах і дома',
    'Ово је српски текст, љубав и њива',
    'Қазақстанда жаңа заң қабылданды',
    'https://a.ru/привет',
    '12345 🔥',
    'да',
    '',
  ];
  for (const text of foreign)
    it(`refuses: ${text.slice(0, 40)}`, () => {
      expect(isRussian(text, never)).to.equal(false);
    });

  it('asks the detector about texts that letters cannot decide', () => {
    const bulgarian = 'Българският парламент прие новия закон за бюджета на държавата, който влиза в сила от януари.';
    expect(isRussian(bulgarian, () => 'bg')).to.equal(false);
    expect(isRussian(bulgarian, () => 'ru')).to.equal(true);
    expect(isRussian('слово '.repeat(40), () => 'mk')).to.equal(false);
    expect(isRussian('слово '.repeat(20), never)).to.equal(true);
  });

  it('forgives a foreign name', () => {
    const text = 'Президент Украины Зеленський выступил с обращением, сообщили журналисты издания в среду вечером';
    expect(isRussian(`${text} і`, () => 'ru')).to.equal(true);
  });
});

describe('letterCounts', () => {
  it('counts letters of all alphabets', () => {
    expect(letterCounts('Ёж hat Öl, ґ, 中, α — «5» 😀')).to.deep.equal({
      letters: 10,
      russian: 2,
      foreign: 1,
    });
    expect(cyrillicShare('ab вг')).to.equal(0.5);
    expect(cyrillicShare('12')).to.equal(0);
  });
});
