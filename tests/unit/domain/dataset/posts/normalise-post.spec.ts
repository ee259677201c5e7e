import { expect } from 'chai';
import fc from 'fast-check';
import { isAdvertising } from '#etalon/domain/dataset/posts/advertising.js';
import { cleanText } from '#etalon/domain/dataset/posts/clean-text.js';
import { normalisePost } from '#etalon/domain/dataset/posts/normalise-post.js';
import { withoutSignOff } from '#etalon/domain/dataset/posts/sign-off.js';

describe('cleanText', () => {
  const cases: readonly (readonly [string, string, string])[] = [
    ['composes letters', 'и\u0306од', 'йод'],
    ['drops what cannot be seen', 'а\u200bб\ufeffв\u00adг\u202eд\u0000е', 'абвгде'],
    ['drops private characters and tags', 'а\ue000б\u{e0067}', 'аб'],
    ['drops lone surrogates', 'а\ud800б', 'аб'],
    ['makes one kind of line end', 'а\r\nб\rв\u2028г', 'а\nб\nв\nг'],
    ['makes one kind of space', 'а\u00a0\tб   в', 'а б в'],
    ['trims lines and empty lines', ' а \n\n\n\n б \n', 'а\n\nб'],
    ['keeps emoji whole', '👨\u200d💻 и 🏳\ufe0f\u200d🌈', '👨\u200d💻 и 🏳\ufe0f\u200d🌈'],
    ['drops joiners outside of emoji', 'а\u200dб👨\u200d', 'аб👨'],
  ];
  for (const [name, text, clean] of cases)
    it(name, () => {
      expect(cleanText(text)).to.equal(clean);
    });

  it('has nothing to do on its own result', () => {
    const property = fc.property(fc.string({ unit: 'binary', maxLength: 40 }), (text) => {
      expect(cleanText(cleanText(text))).to.equal(cleanText(text));
    });
    fc.assert(property, { numRuns: 500 });
  });
});

describe('withoutSignOff', () => {
  const news = 'В городе открыли парк.';
  const signOffs = [
    '🕹[КиберТопор — Подписаться](https://t.me/+6fyKjmOWmW5lYzMy)',
    'Подписаться',
    'Подписывайтесь на @vestnik',
    '@vestnik',
    '👉 @vestnik',
    'https://naked-science.ru/article/1',
    '[👉](https://t.me/a)',
    '#новости #город',
    '➖➖➖',
    '[Читать далее](https://a.ru/1)',
    '👉 [Подробнее на сайте](https://a.ru/1)',
    'Прислано через [бота-предложку.](https://t.me/bot)',
    'Наш чат: https://t.me/chat',
    'Источник: [ТАСС](https://tass.ru/1)',
    '👉 [Статья](https://proglib.io/sh/x2bzr40k5Y)',
    '[Telegram](https://t.me/a) | [VK](https://vk.com/a)',
    'Больше интересного в [нашем канале](https://t.me/a)',
    'Поделиться новостью: https://t.me/bot',
    '[Подпишись](https://t.me/a) на Вестник',
    'Мы в [VK](https://vk.com/a) и [Дзен](https://dzen.ru/a)',
    '[Читать далее](https://a.ru/1)\n\n#новости\n@vestnik',
  ];
  for (const signOff of signOffs)
    it(`takes off ${signOff.replaceAll('\n', ' / ')}`, () => {
      expect(withoutSignOff(`${news}\n\n${signOff}`).trimEnd()).to.equal(news);
    });

  const kept = [
    '[Англофикация корейского видеорегистратора](https://habr.com/1)',
    'Число подписчиков выросло вдвое.',
    'Читать книги стало модно, показал опрос жителей.',
    'Ждём.',
    'Путин подписал закон.',
    'Ещё 3 БПЛА сбиты, [сообщил](https://t.me/mos_sobyanin) Собянин.',
    'Больше 100 человек эвакуировали, [пишет](https://tass.ru/1) ТАСС.',
    'Telegram заблокировали в Иране, [пишет](https://bbc.com/1) BBC.',
    'Источник в ведомстве сообщил [ТАСС](https://tass.ru/1) о задержании.',
    'Подписка на сервис подорожала, [пишет](https://vc.ru/1) издание.',
    'Ботанический сад открыли [раньше](https://a.ru/1).',
    'Наш земляк [победил](https://a.ru/1) на чемпионате.',
    'Мы в шоке от этой [новости](https://a.ru/1).',
    'Скачать мод можно — [тут.](https://a.ru/1)',
  ];
  for (const line of kept)
    it(`leaves ${line}`, () => {
      expect(withoutSignOff(`${news}\n\n${line}`)).to.equal(`${news}\n\n${line}`);
    });

  it('leaves nothing of a post that is nothing else', () => {
    expect(withoutSignOff('@vestnik\n#тег')).to.equal('');
    expect(withoutSignOff('')).to.equal('');
  });

  it('does not look at endless lines', () => {
    const line = `подписаться ${'https://a.ru '.repeat(100)}`;
    expect(withoutSignOff(line)).to.equal(line);
  });
});

describe('normalisePost', () => {
  it('takes a short first line as the title and the next sentences as the lead', () => {
    const post = normalisePost(
      '⚡️ **VK запустил рекомендации**\n\nТеперь алгоритм видит всё. Авторы рады. Зрители тоже.\n\n[VK — Подписаться](https://t.me/a)',
    );
    expect(post).to.deep.equal({
      title: 'VK запустил рекомендации',
      summary: 'Теперь алгоритм видит всё. Авторы рады.',
      text: '⚡️ **VK запустил рекомендации**\n\nТеперь алгоритм видит всё. Авторы рады. Зрители тоже.',
    });
  });

  it('takes the first sentence of a long paragraph', () => {
    const first = 'Учёные из Новосибирска нашли новый способ получать энергию из ветра.';
    const second = 'Он дешевле прежних и не требует редких металлов, а первые станции построят уже летом.';
    const post = normalisePost(`${first} ${second} Подробностей пока нет.`);
    expect(post.title).to.equal(first.slice(0, -1));
    expect(post.summary).to.equal(`${second} Подробностей пока нет.`);
  });

  it('cuts a long sentence at a dash', () => {
    const title = 'В эти минуты в Москве проходит большой чемпионат по программированию для студентов';
    const post = normalisePost(`${title} — ${'уникальный формат соревнования '.repeat(6)}`);
    expect(post.title).to.equal(title);
    expect(post.summary).to.contain('В эти минуты');
  });

  it('cuts behind a whole word otherwise, and says so', () => {
    const post = normalisePost(`Мы ${'очень долго шли по лесу '.repeat(10)}`);
    expect(post.title.length).to.be.at.most(151);
    expect(post.title).to.match(/^Мы .*(очень|долго|шли|по|лесу)…$/u);
  });

  it('reads a paragraph that is all one quotation by its sentences', () => {
    const rest = 'Эта статья о моём первом опыте, о том, как я создавал проект с нуля и кому он стал полезен.';
    const post = normalisePost(`«Я не претендую на лавры лучшего разработчика календарей и датапикеров. ${rest}»`);
    expect(post.title).to.equal('Я не претендую на лавры лучшего разработчика календарей и датапикеров');
    expect(post.summary).to.equal(rest);
  });

  it('parts lines of a list in the lead', () => {
    expect(normalisePost('Новости\n— Вышел новый браузер\n— «Ура!»\n— Третья').summary).to.equal(
      'Вышел новый браузер. «Ура!»',
    );
  });

  it('cuts a word without end', () => {
    expect(normalisePost('а'.repeat(400)).title).to.equal(`${'а'.repeat(150)}…`);
  });

  it('passes over lines without a letter', () => {
    expect(normalisePost('🔥🔥🔥\n\n— Первая строка:\n\nТекст.').title).to.equal('Первая строка');
  });

  it('keeps the lead short', () => {
    const long = `Слово ${'слово '.repeat(60)}конец.`;
    const { summary } = normalisePost(`Заголовок\n\nКоротко о главном. ${long}`);
    expect(summary).to.equal('Коротко о главном.');
  });

  it('leaves nothing of links and emoji', () => {
    expect(normalisePost('🔥 https://a.ru/x').title).to.equal('');
    expect(normalisePost('')).to.deep.equal({ title: '', summary: '', text: '' });
  });

  it('bears the longest texts made to hold it up', () => {
    const hostile = ['[', '#_', '_ ', '\n', '«', '- ', '\u200d', '( ', ' .', '@a', 'https://a ', '**'];
    for (const part of hostile) {
      const text = part.repeat(Math.floor(32_000 / part.length));
      const began = performance.now();
      normalisePost(`${text}!`);
      isAdvertising(`${text}!`);
      expect(performance.now() - began, JSON.stringify(part)).to.be.below(20_000);
    }
  });

  it('never gives more than it got, whatever it got', () => {
    const property = fc.property(fc.string({ unit: 'grapheme', maxLength: 300 }), (markdown) => {
      const { title, summary, text } = normalisePost(markdown);
      expect(title.length).to.be.at.most(151);
      expect(summary.length).to.be.at.most(601);
      expect(/[\p{Cc}\p{Cs}]/u.test((title + summary + text).replaceAll('\n', ''))).to.equal(false);
    });
    fc.assert(property, { numRuns: 300 });
  });
});
