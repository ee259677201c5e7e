import { expect } from 'chai';
import fc from 'fast-check';
import { backfillPosts, FEWEST_POSTS } from '#etalon/domain/dataset/backfill/backfill-posts.js';
import { parseChannel } from '#etalon/domain/dataset/channel.js';
import type { Post } from '#etalon/domain/dataset/post.js';
import { isRussian } from '#etalon/domain/text/russian.js';
import { addDays, parseCalendarDay } from '#etalon/domain/time/calendar-day.js';
import { seededSource } from './seeded-source.js';

const CHANNEL = parseChannel('@lugovoy_vestnik')!;
const DAY = parseCalendarDay('2024-11-10')!;

const post = (title: string, ...sentences: readonly string[]): Post => ({
  title,
  summary: sentences[0] ?? '',
  text: [title, sentences.join(' ')].filter(Boolean).join('\n\n'),
});

const BRIDGE = post(
  'Мост через Луговку открыли после ремонта',
  'Движение по мосту восстановили в пятницу утром.',
  'Пешеходную часть расширили до четырёх метров.',
  'Ремонт обошёлся в 12 миллионов рублей.',
);
const LIBRARY = post(
  'Библиотека станет работать до полуночи',
  'Читальный зал откроют для студентов и школьников.',
  'По средам обещают бесплатные лекции.',
);
const MARKET = post('', 'На площади открылась ярмарка фермеров.', 'Она продлится четыре дня подряд.');
const LINK: Post = { title: '', summary: '', text: 'https://lugovoy.example/1' };
const ENGLISH = post('A new bridge', 'The bridge was opened on Friday morning.');
const ADVERT = post('Скидки на окна', 'Реклама тёплых окон со скидкой до конца недели.');

const at = (offset: number, one: Post) => ({ day: addDays(DAY, offset), post: one });

const request = (changes: object = {}) => ({
  channel: CHANNEL,
  day: DAY,
  realPosts: [] as readonly Post[],
  neighbours: [at(-1, BRIDGE), at(-2, LIBRARY), at(2, MARKET)],
  random: seededSource(7),
  ...changes,
});

describe('backfillPosts', () => {
  it('keeps the real posts first and unchanged but for their provenance', () => {
    const real = {
      ...post('Снег выпал', 'Снег выпал ночью на всей территории района.'),
      messageId: 5,
      date: 1,
    };
    const posts = backfillPosts(request({ realPosts: [real] }));
    expect(posts[0]).to.deep.equal({ ...real, provenance: 'imported' });
    expect(posts.slice(1).map(({ provenance }) => provenance)).to.deep.equal(['synthetic', 'synthetic']);
  });

  it('tells neighbouring news again and says from which day', () => {
    const posts = backfillPosts(request());
    expect(posts).to.have.length(FEWEST_POSTS);
    const titles = posts.map(({ title }) => title).join('\n');
    expect(titles).to.match(/9 ноября: «Мост через Луговку открыли после ремонта»/u);
    expect(titles).to.match(/8 ноября: «Библиотека станет работать до полуночи»/u);
    expect(titles).to.match(/(Забегая вперёд, в ленту|Из ленты|Заглядываем в ленту) за 12 ноября: «На площади/u);
    const bridge = posts.find(({ title }) => title.includes('Мост'))!;
    expect(bridge.summary).to.equal('Движение по мосту восстановили в пятницу утром.');
    expect(bridge.text).to.include(`${bridge.title}.\n\nДвижение по мосту`);
  });

  it('says the year where it is another one', () => {
    const day = parseCalendarDay('2025-01-01')!;
    const posts = backfillPosts(
      request({ day, neighbours: [{ day: addDays(day, -1), post: BRIDGE }], random: seededSource(1) }),
    );
    expect(posts[0]?.title).to.include('31 декабря 2024 года: «Мост');
  });

  it('mentions what another post was about now and then', () => {
    const neighbours = Array.from({ length: 9 }, (_, index) =>
      at(index - 4, post(`Новость номер ${index} из нашего города`, 'Сегодня в городе открыли новый сквер.')),
    );
    const texts = Array.from({ length: 20 }, (_, seed) =>
      backfillPosts(request({ neighbours, random: seededSource(seed) })).map(({ text }) => text),
    ).flat();
    expect(texts.some((text) => /А \d+ ноября канал писал вот о чём: «Новость/u.test(text))).to.equal(true);
    expect(texts.some((text) => /А \d+ ноября канал напишет вот о чём: «Новость/u.test(text))).to.equal(true);
  });

  it('falls back to the grammar where neighbours cannot be told again', () => {
    for (const neighbours of [[], [at(-1, LINK), at(-2, ENGLISH), at(-3, ADVERT)], [at(0, BRIDGE)]]) {
      const posts = backfillPosts(request({ neighbours }));
      expect(posts).to.have.length(3);
      for (const { title } of posts) expect(title).to.match(/^Учебная заметка\. [А-Я]/u);
      expect(new Set(posts.map(({ title }) => title)).size).to.equal(3);
    }
  });

  it('puts marks inside a quoted headline', () => {
    const named = post('Банк «Рябина» открылся', 'Банк открылся на площади в пятницу утром.');
    expect(backfillPosts(request({ neighbours: [at(-1, named)] }))[0]?.title).to.include('«Банк „Рябина“ открылся»');
  });

  it('quotes a question with its mark', () => {
    const question = post('Зачем нам новый мост?', 'Движение по мосту восстановили в пятницу утром.');
    const { text } = backfillPosts(request({ neighbours: [at(-1, question)] }))[0]!;
    expect(text).to.include('«Зачем нам новый мост?».\n\nДвижение');
  });

  it('skips a companion that has nothing to quote', () => {
    const neighbours = [at(-1, BRIDGE), at(-2, LINK), at(-3, LINK), at(-4, { ...LINK, text: 'https://a.example' })];
    for (let seed = 0; seed < 10; seed++) {
      const posts = backfillPosts(request({ neighbours, random: seededSource(seed) }));
      for (const { text } of posts) expect(text).to.not.include('вот о чём: «»');
    }
  });

  it('does not repeat a post of the day, nor the same neighbour twice', () => {
    const posts = backfillPosts(request({ realPosts: [BRIDGE], neighbours: [at(-1, BRIDGE), at(-2, BRIDGE)] }));
    expect(posts.filter(({ title }) => title.includes('Мост'))).to.have.length(1);
  });

  it('cuts an endless headline at a word', () => {
    const long = post(`Очень ${'длинный '.repeat(40)}заголовок`, 'Движение по мосту восстановили в пятницу утром.');
    const { title } = backfillPosts(request({ neighbours: [at(-1, long)] }))[0]!;
    expect(title).to.match(/длинный…»$/u);
    expect(title.length).to.be.below(220);
  });

  it('leaves a full day alone', () => {
    const real = [BRIDGE, LIBRARY, MARKET, ADVERT];
    expect(backfillPosts(request({ realPosts: real })).map(({ title }) => title)).to.deep.equal(
      real.map(({ title }) => title),
    );
  });

  const anyPost = fc.record({
    title: fc.constantFrom('', 'Новый сквер открыли в городе', 'Short', 'Парк приняли после ремонта'),
    summary: fc.constant(''),
    text: fc.oneof(
      fc.string({ unit: 'grapheme' }),
      fc.constantFrom(BRIDGE.text, LIBRARY.text, ENGLISH.text, LINK.text),
    ),
  });

  it('always gives three Russian posts, keeps the real ones, and repeats itself for the same seed', () => {
    const neighbour = fc.tuple(fc.integer({ min: -20, max: 20 }), anyPost).map(([offset, one]) => at(offset, one));
    fc.assert(
      fc.property(
        fc.integer(),
        fc.array(anyPost, { maxLength: 5 }),
        fc.array(neighbour, { maxLength: 40 }),
        (seed, realPosts, neighbours) => {
          const made = backfillPosts(request({ realPosts, neighbours, random: seededSource(seed) }));
          const again = backfillPosts(
            request({ realPosts, neighbours: [...neighbours].reverse(), random: seededSource(seed) }),
          );
          expect(made).to.deep.equal(again);
          expect(made.length).to.equal(Math.max(FEWEST_POSTS, realPosts.length));
          const marked = realPosts.map((one) => ({ ...one, provenance: 'imported' }));
          expect(made.slice(0, realPosts.length)).to.deep.equal(marked);
          for (const { text, provenance } of made.slice(realPosts.length)) {
            expect(provenance).to.equal('synthetic');
            expect(
              isRussian(text, () => 'ru'),
              text,
            ).to.equal(true);
          }
        },
      ),
      { numRuns: 200 },
    );
  });
});
