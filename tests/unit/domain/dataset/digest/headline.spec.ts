import { expect } from 'chai';
import { headlineOf } from '#etalon/domain/dataset/digest/headline.js';
import { postLines } from '#etalon/domain/dataset/digest/post-lines.js';
import { roundUpLines } from '#etalon/domain/dataset/digest/round-up.js';

describe('domain/dataset/digest/postLines', () => {
  it('frees lines of Markdown, links, emoji, hashtags, notes on media and bullets, and leaves out code', () => {
    const text =
      '## 🌉 **Мост** [открыт](https://a.example/x) _сегодня_ (ФОТО) #мост\n\n```js\nlet x = 1;\n```\n\n— `Первый` пункт ;\n👉\n#тег';
    expect(postLines(text).map((line) => line.text)).to.deep.equal(['Мост открыт сегодня', 'Первый пункт;']);
  });

  it('tells bullets, bold lines and links apart', () => {
    const marks = postLines(
      '**Заголовок**\nТекст и **слово**\n- пункт\n1. пункт\n3.13 вышел\n🔹 пункт\n[Ссылка на статью](https://a.example)\n📺 **[Ссылка](https://a.example)** (ВИДЕО)',
    );
    expect(marks.map(({ strong }) => strong)).to.deep.equal([true, false, false, false, false, false, false, false]);
    expect(marks.map(({ item }) => item)).to.deep.equal([false, false, true, true, false, true, false, true]);
    expect(marks.map(({ linked }) => linked)).to.deep.equal([false, false, false, false, false, false, true, true]);
  });

  it('joins a link that is broken over lines', () => {
    expect(postLines('[Мост\nоткрыт](https://a.example)').map(({ text }) => text)).to.deep.equal(['Мост открыт']);
  });
});

describe('domain/dataset/digest/headlineOf', () => {
  const headline = (markdown: string, hasMore = true): string | undefined =>
    postLines(markdown).map((line) => headlineOf(line, hasMore))[0];

  it('takes a line without a full stop, and a bold one with', () => {
    expect(headline('В городе открыли мост')).to.equal('В городе открыли мост');
    expect(headline('**В городе открыли мост.**')).to.equal('В городе открыли мост');
  });

  for (const [why, text] of [
    ['is plain prose', 'В городе открыли мост.'],
    ['is two sentences', 'Мост открыт. Ура всем жителям'],
    ['is too short', 'Мост открыт'],
    ['is too long', 'мост '.repeat(26)],
    ['announces', 'В городе открыли мост:'],
    ['is cut off', 'В городе открыли мост и'],
    ['trails off', 'В городе открыли мост…'],
    ['calls', 'Подпишитесь на наш канал'],
    ['leans on something', 'Он открыл городской мост'],
    ['is a chatty bold sentence', '**Я расскажу вам о мостах.**'],
    ['is a long bold sentence', `**Мост ${'очень '.repeat(16)}длинный.**`],
    ['has an open quotation mark', 'Открыли мост «Северный путь'],
  ] as const)
    it(`takes no line that ${why}`, () => {
      expect(headline(text)).to.equal(undefined);
    });

  it('takes no bold sentence that is all there is', () => {
    expect(headline('**В городе открыли мост.**', false)).to.equal(undefined);
  });
});

describe('domain/dataset/digest/roundUpLines', () => {
  const count = (text: string): number | undefined => roundUpLines(postLines(text))?.length;
  const bullets = '🔹 Завод построил новый корабль\n🔹 Музей открыл большую выставку\n🔹 Поезд сошёл с рельсов утром';

  it('finds bullets that make statements', () => {
    expect(count(bullets)).to.equal(3);
  });

  it('takes the points of a list that is announced for one story', () => {
    expect(count(`Что нового:\n${bullets.replaceAll('\n', ';\n')}.`)).to.equal(undefined);
    expect(count(`Что нового:\n${bullets}`)).to.equal(3);
  });

  it('needs three headlines and half of the lines', () => {
    expect(count('🔹 Завод построил новый корабль\n🔹 Музей открыл большую выставку')).to.equal(undefined);
    expect(count(`${bullets}\n${'Обычная строка рассказа стоит здесь.\n'.repeat(4)}`)).to.equal(undefined);
  });

  it('takes no names for statements', () => {
    expect(count('🔹 Книга о физике\n🔹 Канал про химию\n🔹 Чат для биологов')).to.equal(undefined);
  });
});
