import { expect } from 'chai';
import fc from 'fast-check';
import { plainText } from '#etalon/domain/text/plain-text.js';
import { sentencesOf } from '#etalon/domain/text/sentences.js';
import { bulletsOf, digestOf, ORDINARY_DAY, postOf } from './digest-day.js';

const HEADING = '# Дайджест @tikhaya_gavan за 4 ноября 2024 года';

describe('domain/dataset/digest/summariseDay', () => {
  const digest = digestOf(...ORDINARY_DAY);

  it('writes Russian headings and bullets, and ends in a line break', () => {
    expect(digest).to.match(new RegExp(`^${HEADING}\n\n## Главное\n\n- [\\s\\S]+\n$`, 'u'));
    expect(digest).to.include('## Другие новости');
    expect(digest.match(/^#/gmu)).to.have.length(3);
  });

  it('puts first the story that was told twice, once, with the headline in bold where there is one', () => {
    const [first] = bulletsOf(digest);
    expect(first).to.match(/мост/u);
    expect(bulletsOf(digest).filter((bullet) => bullet.includes('мост'))).to.have.length(1);
  });

  it('leaves out advertising, sign-offs, questions, fragments, links and emoji', () => {
    expect(digest).not.to.match(/промокод|Подписаться|погода|вернулся|https?:|😅|❗|🌉/u);
  });

  it('tells the stories that are left', () => {
    for (const word of ['Библиотека', 'Трамвай', 'ракушек', 'лип']) expect(digest).to.include(word);
  });

  it('says nothing but whole sentences of the posts', () => {
    const source = ORDINARY_DAY.map((text) => plainText(text))
      .join('\n')
      .replace(/\s+/gu, ' ');
    for (const bullet of bulletsOf(digest))
      for (const sentence of sentencesOf(plainText(bullet))) {
        expect(source).to.include(sentence.replace(/\.$/u, ''));
        expect(/[.!]$/u.test(sentence), sentence).to.equal(true);
      }
  });

  it('gives the same bytes each time', () => {
    expect(digestOf(...ORDINARY_DAY)).to.equal(digest);
  });

  it('is shorter than the posts', () => {
    const length = ORDINARY_DAY.reduce((sum, text) => sum + plainText(text).length, 0);
    expect(digest.length).to.be.lessThan(length * 0.6);
  });

  it('tells each headline of a round-up by itself and bounds how many', () => {
    const news = Array.from(
      { length: 9 },
      (_, n) =>
        `🔹 [Завод номер ${n + 1} ${['построил', 'купил', 'продал'][n % 3] ?? ''} ${['корабль', 'трактор', 'станок', 'дом', 'мост', 'сад', 'цех', 'склад', 'кран'][n] ?? ''}](https://a.example/${n})`,
    );
    const bullets = bulletsOf(digestOf(`**Новости к этому часу**\n\n${news.join('\n\n')}\n\n#новости`));
    expect(bullets.length).to.be.greaterThan(1).and.at.most(5);
    expect(bullets.every((bullet) => bullet.startsWith('Завод номер'))).to.equal(true);
  });

  it('names an article of which only the headline can be told', () => {
    const quote = `«Недавно я решил сложную задачу и хочу о ней рассказать. ${'Мне было трудно, но я справился. '.repeat(8)}»`;
    const text = `${quote}\n\n[Работа с «умными» часами без боли](https://a.example)`;
    expect(bulletsOf(digestOf(text))).to.deep.equal(['Опубликован материал «Работа с „умными“ часами без боли».']);
  });

  it('puts a headline without a verb before the sentence that needs it', () => {
    const text =
      '**Пять лучших мостов мира**\n\nЭта подборка составлена инженерами из Сосновки. В ней сравнили длину, высоту и цену.';
    expect(bulletsOf(digestOf(text))[0]).to.match(/^\*\*Пять лучших мостов мира\.\*\* Эта подборка/u);
  });

  it('follows a lead with the next sentence though it leans on the lead', () => {
    const text =
      'В Сосновке построили самый длинный мост области. Он соединил два берега реки Светлой и сократил дорогу до станции на 12 километров, что важно для дачников.\n\nОткрытие посетили 300 жителей.';
    const filler = Array.from(
      { length: 4 },
      (_, n) =>
        `Погода ${n} сегодня ожидается тёплой и сухой, сообщили синоптики станции номер ${n}, которая стоит на холме у озера, и добавили много подробностей о ветре.`,
    );
    expect(digestOf(text, ...filler)).to.match(/мост области\. (?:Он соединил|Открытие посетили)/u);
  });

  it('reads title and summary where a post has no text', () => {
    const post = { title: 'В парке открыли каток', summary: 'Каток работает с 10 до 22 часов ежедневно.', text: '' };
    expect(digestOf(post, postOf('Школа получила новый автобус для поездок.'))).to.include('В парке открыли каток');
  });

  it('tells the first words of posts that hold no whole sentence', () => {
    expect(bulletsOf(digestOf('Просто кот', 'Ещё кот', 'Кот?'))).to.deep.equal(['Просто кот.', 'Ещё кот.']);
  });

  it('says how many posts there were when even that fails', () => {
    const expected = ['За день в канале вышло 3 сообщения без связного текста.'];
    expect(bulletsOf(digestOf('😅', 'https://a.example', '«'))).to.deep.equal(expected);
    expect(bulletsOf(digestOf())).to.deep.equal(['За день в канале вышло 0 сообщений без связного текста.']);
  });

  it('stays quick on a day of a thousand posts', () => {
    const posts = Array.from(
      { length: 1_000 },
      (_, n) => `Станция ${n} сообщила о ветре ${n % 17} метров в секунду. ${ORDINARY_DAY[n % 9] ?? ''}`,
    );
    const started = performance.now();
    const bullets = bulletsOf(digestOf(...posts));
    expect(performance.now() - started).to.be.lessThan(10_000);
    expect(bullets.length).to.be.at.least(3).and.at.most(17);
  });

  it('is not held up by hostile posts', () => {
    const started = performance.now();
    for (const piece of ['[', '**', '_', '«(', '😀', '`', '- ', '1. ', '.', '|| ', 'а', 'А', '# ', '\n> '])
      expect(digestOf(piece.repeat(200_000))).to.include('## Главное');
    expect(performance.now() - started).to.be.lessThan(30_000);
  });

  it('takes any text without failing, and is the same twice', () => {
    const piece = fc.constantFrom(
      '**',
      '_',
      '[a](b)',
      '«',
      '»',
      '```',
      '\n',
      '- ',
      '1. ',
      '#тег',
      'Мост открыли.',
      'Он ушёл',
      '…',
      '?',
      '😅',
      '(',
      '"',
      '@кто',
      'Дом построили в 2024 г. Потом снесли.',
      '{',
      '<b>',
    );
    const text = fc.array(fc.oneof(piece, fc.string()), { maxLength: 25 }).map((pieces) => pieces.join(' '));
    fc.assert(
      fc.property(fc.array(text, { maxLength: 6 }), (texts) => {
        const result = digestOf(...texts);
        expect(result).to.match(/^# Дайджест @tikhaya_gavan за 4 ноября 2024 года\n\n## Главное\n\n- ./u);
        expect(digestOf(...texts)).to.equal(result);
      }),
      { numRuns: 60 },
    );
  });
});
