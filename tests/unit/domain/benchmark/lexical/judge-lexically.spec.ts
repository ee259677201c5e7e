import { expect } from 'chai';

import type { LexicalQuestion } from '#etalon/domain/benchmark/lexical/judge-lexically.js';
import { judgeLexically } from '#etalon/domain/benchmark/lexical/judge-lexically.js';
import { sourceUnits } from '#etalon/domain/benchmark/lexical/source-units.js';
import { Lexicon } from '#etalon/domain/benchmark/lexical/lexicon.js';
import { tokensOf } from '#etalon/domain/benchmark/lexical/token-scanner.js';
import { RussianTextTools } from '#etalon/infrastructure/text/russian-text-tools.js';

const tools = new RussianTextTools();
const lexicon = new Lexicon((word) => tools.stem(word));

const POSTS = [
  [
    'В Твери открыли мост через Волгу',
    'Строительство обошлось в 3 500 млн рублей. Движение запустили 12 ноября. По мосту проедут 20 тысяч машин в сутки.',
  ],
  [
    'Учёные из Томска напечатали детали спутника',
    'Аппарат весит 7,5 килограмма. Его отправят на орбиту весной. Проект ведёт Анна Лебедева.',
  ],
  ['В школах появятся уроки проектирования дронов', 'Занятия начнутся в январе. Учителей обучат на курсах в Казани.'],
  ['Библиотека получила редкую рукопись', 'Её нашли на чердаке старого дома. Рукописи больше двухсот лет.'],
];
const SOURCE = POSTS.map(([title, text]) => `${title!} **${title!}**\n\n${text!}`).join('\n');
const GOOD = `# Дайджест @city за 14 ноября 2024 года

## Главное

- **В Твери открыли мост через Волгу.** Строительство обошлось в 3500 млн рублей. Движение запустили 12 ноября.
- Учёные из Томска напечатали детали спутника. Аппарат весит 7.5 килограмма.

## Другие новости

- В школах появятся уроки проектирования дронов.
- Библиотека получила редкую рукопись.
`;

function scores(summaryMarkdown: string, changes: Partial<LexicalQuestion> = {}) {
  const question = {
    kind: 'digests',
    sourceText: SOURCE,
    context: 'Канал city 14 ноября 2024 года',
    ...changes,
  } as const;
  const judgement = judgeLexically({ ...question, summaryMarkdown }, lexicon);
  if ('unscored' in judgement) throw new Error(judgement.unscored);
  return { ...judgement.scores, notes: judgement.notes };
}

describe('judgeLexically', () => {
  const good = scores(GOOD);

  it('gives a faithful digest full accuracy and good marks, every score in 0…1', () => {
    expect(good).to.include({ accuracy: 1, notes: '' });
    expect(good.coherence).to.be.above(0.95);
    expect(good.informativeness).to.be.above(0.7);
    for (const score of [good.coverage, good.coherence, good.informativeness]) expect(score).to.be.within(0, 1);
  });

  it('does not depend on "ё", case, group spaces or the decimal sign', () => {
    const other = GOOD.replace('Учёные', 'Ученые').replace('3500', '3 500').replace('7.5', '7,5');
    expect(scores(other)).to.deep.equal(good);
  });

  const spoilt: readonly [string, string, 'coverage' | 'accuracy' | 'coherence' | 'informativeness', number][] = [
    ['items left out', GOOD.split('\n').slice(0, 5).join('\n'), 'coverage', 0.2],
    ['a number changed', GOOD.replace('3500', '3700'), 'accuracy', 0.05],
    ['a decimal changed', GOOD.replace('7.5', '7.6'), 'accuracy', 0.05],
    ['a month changed', GOOD.replace('12 ноября', '12 марта'), 'accuracy', 0.05],
    ['a place taken from another post', GOOD.replace('В Твери', 'В самой Казани'), 'accuracy', 0.05],
    ['an invented claim', `${GOOD}- Футболисты сборной отказались от поездки на турнир.\n`, 'accuracy', 0.1],
    ['a false number in a heading', GOOD.replace('## Главное', '## Главное о 77 событиях'), 'accuracy', 0.05],
    [
      'sentences that changed places',
      GOOD.replace('Аппарат весит 7.5 килограмма.', 'Движение запустили 12 ноября.').replace(
        'рублей. Движение запустили 12 ноября.',
        'рублей. Аппарат весит 7.5 килограмма.',
      ),
      'coherence',
      0.2,
    ],
    ['sentences cut off', GOOD.replaceAll('.\n', '\n'), 'coherence', 0.3],
    [
      'padding',
      `${GOOD}- Об этом можно говорить бесконечно долго, и мы непременно продолжим этот разговор.\n`,
      'informativeness',
      0.05,
    ],
    ['the text repeated', GOOD + GOOD, 'informativeness', 0.3],
    ['the source copied', SOURCE, 'informativeness', 0.6],
  ];
  for (const [defect, summary, metric, drop] of spoilt)
    it(`sees ${defect} in ${metric}`, () => {
      expect(good[metric] - scores(summary)[metric], `${good[metric]}`).to.be.at.least(drop);
    });

  for (const [source, summary] of [
    ['Жители США и Канады ждут выборов', 'Жители Соединённых Штатов и Канады ждут выборов'],
    ['Жители Соединённых Штатов Америки ждут выборов', 'Жители США ждут выборов'],
    ['Президента поздравил генсек НАТО', 'Президента поздравил генсек Североатлантического альянса'],
    ['Веб-камера сожгла квартиру в Питере', 'Веб-камера сожгла квартиру в Санкт-Петербурге'],
    ['В Подмосковье открыли новый мост', 'В Московской области открыли новый мост'],
    ['Оплата появится на устройствах через Bluetooth', 'Оплата появится на устройствах через Блютуз'],
    ['В Telegram вышла крупная обнова', 'Крупная обнова вышла в Телеграм'],
    ['Выручка составила 4 млрд долларов (~392 млрд. рублей)', 'Выручка составила ~392 миллиарда рублей'],
  ] as const)
    it(`takes "${summary}" for what "${source}" says`, () => {
      expect(scores(`- ${summary}.`, { sourceText: `${source}.` })).to.include({ accuracy: 1, notes: '' });
    });

  for (const [source, summary, fact] of [
    ['Жители Соединённого Королевства ждут выборов', 'Жители Соединённых Штатов ждут выборов', 'америк'],
    ['Выручка составила 4 млрд долларов (~392 млрд. рублей)', 'Выручка составила ~392 миллиарда долларов', '392'],
    ['Оплата появится на устройствах через Bluetooth', 'Оплата появится на устройствах через Андроид', 'андроид'],
    ['Угнали в Москве BMW X5', 'Угнали в Москве BMW X8', 'x8'],
  ] as const)
    it(`does not take "${summary}" for what "${source}" says`, () => {
      const { accuracy, notes } = scores(`- ${summary}.`, { sourceText: `${source}.` });
      expect(accuracy).to.be.at.most(0.8);
      expect(notes).to.equal(`not in the source: ${fact}`);
    });

  it('sees a date that a second post of the same story states of something else', () => {
    const title = 'Проезд в Екатеринбурге с 1 декабря подорожает до 42 рублей';
    const again = `${title}. Прежние билеты продают в киосках до 28 ноября.`;
    const sourceText = [`${title} ${title}.`, `Проезд подорожает ${again} Проезд подорожает ${again}`].join('\n');
    const accuracy = (day: string) => scores(`- ${title.replace('1 декабря', day)}.`, { sourceText }).accuracy;
    expect(accuracy('1 декабря')).to.equal(1);
    expect(accuracy('28 ноября')).to.be.below(0.99);
  });

  it('does not take a number that is written in words for what a sentence tells of', () => {
    const sourceText = ['Монета поднялась выше $83 тысяч.', 'Монета поднялась выше $87 000.'].join('\n');
    expect(scores('- Монета поднялась выше 87 тысяч долларов.', { sourceText }).accuracy).to.be.above(0.95);
  });

  it('names what it did not find, at most five, and how many more', () => {
    expect(scores(GOOD.replace('3500', '3700')).notes).to.equal('not in the source: 3700');
    expect(scores('- Числа 901, 902, 903, 904, 905, 906 и 907 взяты с потолка.').notes).to.match(/905 and 2 more$/u);
  });

  it('finds little of the day in the digest of another day', () => {
    const other = scores('- Синоптики обещают снег. Температура опустится до минус десяти градусов.');
    expect(other.coverage).to.be.below(0.1);
    expect(other.accuracy).to.be.below(0.2);
  });

  it('lets a review draw on all passes and name its own day', () => {
    const question = {
      kind: 'review_reports',
      sourceText: '[a] Отражено 16 постов.\n\n[b] Подтверждено 13 предложений.',
    } as const;
    const fair = scores('За 14 ноября 2024 года отражено 16 постов, подтверждено 13 предложений.', question);
    expect(fair.accuracy).to.equal(1);
    const unfair = scores('За 14 ноября 2024 года отражено 17 постов, подтверждено 13 предложений.', question);
    expect(unfair.accuracy).to.be.closeTo(0.8, 1e-9);
  });

  it('counts a word for a post only where its sentence holds a third of the key words, three at the least', () => {
    const told = '- В Твери открыли мост через Волгу.\n';
    const scattered = scores(`${told}- Аппарат весит немного, его отправят на орбиту весной: рукопись, школах.\n`);
    expect(scattered.coverage).to.equal(scores(told).coverage);
    const telling = scores(
      `${told}- Аппарат весит немного, его отправят на орбиту весной: библиотека, редкую рукопись.\n`,
    );
    expect(telling.coverage).to.be.above(scores(told).coverage);
  });

  it('lets a boast lend no word to the item before it', () => {
    const told = '- В Твери открыли мост через Волгу.';
    const sourceText = `${SOURCE}\nМост остался цел Мост остался цел.`;
    const coverage = (summary: string) => scores(summary, { sourceText }).coverage;
    expect(coverage(`${told} Что осталось от Твери?`)).to.equal(coverage(told));
    expect(coverage(`${told} Мост остался цел.`)).to.be.above(coverage(told));
  });

  it('counts a sentence that is taken over from a post although it holds few of its key words', () => {
    const news = 'Банк закрыл отделение. Театр показал премьеру сезона.';
    const sourceText = `${SOURCE}\nНовости часа в городе: завод, парк, стадион, аэропорт. Новости часа в городе: ${news} Завод уволил директора.`;
    const coverage = (summary: string) => scores(summary, { sourceText }).coverage;
    const told = '- В Твери открыли мост через Волгу.\n';
    expect(coverage(`${told}- Завод уволил без объяснений директора.\n`)).to.equal(coverage(told));
    expect(coverage(`${told}- Новости: завод уволил директора.\n`)).to.be.above(coverage(told));
    expect(coverage(`${told}- Завод, завод, завод, завод.\n`)).to.equal(coverage(told));
  });

  it('counts a sentence of a post that holds none of its key words, and each further item on a round-up', () => {
    const news = ['Банк закрыл старое отделение.', 'Театр показал премьеру сезона.', 'Каток залили ночью у вокзала.'];
    const title = 'Новости часа в городе: завод, парк, стадион, аэропорт.';
    const sourceText = `${SOURCE}\n${title} ${title} ${news.join(' ')} Медведев — Синнер 3:6, 4:7.`;
    const coverage = (items: readonly string[]) =>
      scores(items.map((item) => `- ${item}\n`).join(''), { sourceText }).coverage;
    const told = ['В Твери открыли мост через Волгу.'];
    for (const item of [...news, 'Медведев — Синнер 3:6, 4:7.']) {
      const more = [...told, item];
      expect(coverage(more), item).to.be.above(coverage(told));
      told.push(item);
    }
    expect(coverage([...told, told[1]!])).to.equal(coverage(told));
  });

  it('takes no measure for a word that a post is known by', () => {
    const title = 'Курс: доллар 108 рублей, евро 112 рублей, золото 8 тысяч, тонна, километр';
    const sourceText = `${SOURCE}\n${title} ${title}.`;
    const coverage = (summary: string) => scores(summary, { sourceText }).coverage;
    const told = '- В Твери открыли мост через Волгу.\n';
    expect(coverage(`${told}- Млн, тыс., руб., долл., евро, %, км, кг, тонна, га, шт.\n`)).to.equal(coverage(told));
  });

  it('does not take bare numbers for a sentence of the post that has them', () => {
    const sourceText = `${SOURCE}\nСчёт дня на корте: 3, 6, 4, 7 Счёт дня на корте: 3, 6, 4, 7.`;
    const informativeness = (summary: string) => scores(summary, { sourceText }).informativeness;
    const told = '- В Твери открыли мост через Волгу.\n';
    expect(informativeness(`${told}- 3, 6, 4, 7.\n`)).to.be.below(informativeness(told));
  });

  it('sees sentences of an item that changed places, but lets a bold lead-in come from anywhere in its post', () => {
    const [first, second] = ['Строительство обошлось в 3500 млн рублей.', 'По мосту проедут 20 тысяч машин в сутки.'];
    const coherence = (item: string) => scores(`- ${item}\n- Библиотека получила редкую рукопись.\n`).coherence;
    expect(coherence(`${second} ${first}`)).to.be.below(coherence(`${first} ${second}`));
    expect(coherence(`**${second}** ${first}`)).to.equal(coherence(`${first} ${second}`));
  });

  it('counts a line for each of the posts that tell its story', () => {
    const twice = `${SOURCE}\n${['Мост через Волгу открыли в Твери', 'Мост через Волгу открыли в Твери'].join(' ')}, пишут газеты.`;
    const [both, one] = ['- В Твери открыли мост через Волгу.\n', '- Библиотека получила редкую рукопись.\n'].map(
      (summary) => scores(summary, { sourceText: twice }).coverage,
    );
    expect(both).to.be.above(1.5 * one!);
  });

  it('lets no boast make up for a broken sentence of a review, and takes a list of words for no text', () => {
    const sourceText = '[coverage] Отражено постов: 6 из 9. Пропущено: 3.\n\n[style] Просмотрено предложений: 7.';
    const coherence = (summaryMarkdown: string) =>
      scores(summaryMarkdown, { kind: 'review_reports', sourceText, context: '' }).coherence;
    const broken = 'отражено постов 6 из 9';
    expect(coherence(`Просмотрено предложений: 7.\n${broken}`)).to.be.closeTo(0.7, 1e-12);
    expect(coherence(`Просмотрено предложений: 7.\n${broken}\nОтражено постов: 6 из 9.`)).to.be.closeTo(0.7, 1e-12);
    expect(coherence(broken)).to.equal(0);
  });

  it('does not take what runs on behind a full stop for a part of the sentence', () => {
    const question = {
      kind: 'review_reports',
      sourceText: '[coverage] Отражено постов: 6 из 9. Пропущено: 3.\nFinding: Оценка 5 не названа в дайджесте.',
    } as const;
    const review = 'По точности, полноте и по стилю в нём отражено 6 из 9 постов, а ещё три не нашли себе места.';
    const fair = scores(review, question);
    for (const boast of ['оценка=5', 'оценка: 5.', 'оценка', '- [x] полнота']) {
      const boasting = scores(`${review} ${boast}`, question);
      for (const metric of ['coverage', 'accuracy', 'coherence', 'informativeness'] as const)
        expect(boasting[metric], `${metric} of "${boast}"`).to.be.at.most(fair[metric]);
    }
  });

  it('knows what the numbers of a review count, also "посты"', () => {
    const sourceText =
      '[coverage] Замечаний нет: дайджест отражает все посты дня (5).\n\n[style] Замечаний к форме: 1.\n' +
      'Recommendation: Разделите предложения длиннее 30 слов.';
    const accuracy = (summary: string) => scores(summary, { kind: 'review_reports', sourceText }).accuracy;
    expect(accuracy('В дайджесте отражено 5 из 5 постов.')).to.equal(1);
    expect(accuracy('В дайджесте отражено 30 из 5 постов.')).to.be.closeTo(0.8, 1e-9);
  });

  it('measures informativeness by the sentence: a dense one does not make up for one that tells less', () => {
    const [dense, thin] = ['Учёные Томска напечатали детали спутника.', 'В Твери на днях и открыли же тот мост.'];
    const told = (text: string) => scores(text).informativeness * tokensOf(text, lexicon).length;
    expect(scores(dense).informativeness).to.equal(1);
    expect(scores(thin).informativeness).to.be.below(1);
    expect(told(`${dense} ${thin}`)).to.be.at.most(told(dense) + told(thin) + 1e-12);
  });

  it('lets sentences that say nothing by themselves raise nothing', () => {
    const broken = `${GOOD}- строительство обошлось в 3500 млн рублей\n`;
    const item = '- Библиотека получила редкую рукопись.';
    for (const boast of ['Да. Да. Да. Да.', '1, 2, 3, 12, 20, 3500.']) {
      const boasting = scores(broken.replace(item, `${item} ${boast}`));
      for (const metric of ['coverage', 'coherence', 'informativeness'] as const)
        expect(boasting[metric], `${metric} of "${boast}"`).to.be.at.most(scores(broken)[metric]);
    }
    expect(scores(`${GOOD}- 1, 2, 3, 12, 20, 3500, 7.5.\n`).informativeness).to.be.below(good.informativeness);
  });

  it('does not believe the counts of a sentence of which the passes bear out less than half', () => {
    const sourceText =
      '[coverage] Отражено постов: 6 из 9.\n\n[style] Просмотрено предложений: 40, заголовков: 3, слов: 7.';
    const coverage = (more: string) =>
      scores(`Отражено 6 из 9 постов.\n${more}`, { kind: 'review_reports', sourceText }).coverage;
    const wrong = coverage('Там 11 заголовков, 41 предложений, 21 слов.');
    expect(coverage('Там 11 заголовков, 40 предложений, 21 слов.')).to.equal(wrong);
    expect(coverage('Там 3 заголовка, 40 предложений, 21 слов.')).to.be.above(wrong);
  });

  it('takes "нет" for the zeros of a review, of what the sentence names alone', () => {
    const sourceText = [
      '[coverage] Замечаний нет: дайджест отражает все посты дня (3).',
      '[accuracy] Замечаний нет: постами подтверждено предложений: 7 из 7.',
      '[style] Просмотрено предложений: 7. Замечаний нет.',
    ].join('\n\n');
    const coverage = (findings: string) => {
      const summaryMarkdown = `Дайджест отражает 3 из 3 постов, подтверждено 7 из 7 предложений. ${findings}`;
      const judged = judgeLexically({ kind: 'review_reports', sourceText, summaryMarkdown, context: '' }, lexicon);
      return 'scores' in judged ? judged.scores.coverage : NaN;
    };
    const zeros = coverage('Замечаний по полноте — 0, по точности — 0, по стилю — 0.');
    expect(coverage('Замечаний по полноте, точности и стилю нет.')).to.be.closeTo(zeros, 1e-12);
    expect(coverage('Замечаний по полноте нет.')).to.be.below(zeros);
    expect(coverage('Всё хорошо.')).to.be.below(coverage('Замечаний по полноте нет.'));
  });

  it('expects of a review its subject first, what refers to it next, and advice last', () => {
    const sourceText = '[coverage] Отражено постов: 6 из 9. Пропущено: 3.\nRecommendation: Добавьте пропущенные посты.';
    const [subject, reference, advice] = [
      'Дайджест канала City составлен по 9 постам.',
      'В нём отражено 6 из 9 постов.',
      'В первую очередь стоит добавить пропущенные посты.',
    ];
    const coherence = (...sentences: readonly string[]) =>
      scores(sentences.join(' '), { kind: 'review_reports', sourceText }).coherence;
    const inOrder = coherence(subject, reference, advice);
    expect(inOrder).to.equal(1);
    for (const other of [
      [reference, subject, advice],
      [advice, subject, reference],
      [subject, advice, reference],
    ])
      expect(coherence(...other), other.join(' ')).to.be.below(0.75);
    expect(coherence(reference), 'nothing to refer to').to.be.below(0.75);
  });

  it('does not score without a source, and gives an empty answer nothing', () => {
    const question = { kind: 'digests', context: '' } as const;
    expect(judgeLexically({ ...question, sourceText: '!!!', summaryMarkdown: GOOD }, lexicon)).to.have.property(
      'unscored',
    );
    for (const summaryMarkdown of ['# Заголовок', '', '…'])
      expect(judgeLexically({ ...question, sourceText: SOURCE, summaryMarkdown }, lexicon)).to.deep.equal({
        scores: { coverage: 0, accuracy: 0, coherence: 0, informativeness: 0 },
        notes: 'the summary holds no sentence',
      });
  });

  it('gives numbers, not NaN, for strange but possible texts', () => {
    for (const [sourceText, summary] of [
      ['и мост', 'и в на.'],
      ['мост', '- 5'],
      ['дом дом', 'дом'],
      [SOURCE, 'OK!'],
    ] as const)
      for (const score of Object.values(scores(summary, { sourceText })).slice(0, 4)) expect(score).to.be.within(0, 1);
  });
});

describe('reading the texts', () => {
  const units = (text: string, kind: 'digests' | 'review_reports') =>
    sourceUnits(text, kind, lexicon).map(({ tokens }) => tokens.map(({ word }) => word.form).join(' '));

  it('cuts a source into posts by titles that repeat, into lines without', () => {
    expect(units(SOURCE, 'digests')).to.have.length(4);
    expect(units('первая строка\nвторая строка', 'digests')).to.have.length(2);
    expect(units('предисловие\nмост открыт мост открыт\nдалее\nпарк закрыт парк закрыт', 'digests')).to.deep.equal([
      'мост открыт мост открыт далее',
      'парк закрыт парк закрыт предисловие',
    ]);
  });

  it('reads a review line by line and adds to each pass how many findings it has', () => {
    const review = '[coverage] Пропущено: 12.\nFinding: нет поста\n\n[style] Всё хорошо.\nFinding: раз\nFinding: два';
    expect(units(review, 'review_reports')).to.deep.equal([
      ...['замечаний 12 полнота 12 пропущено 12', 'нет поста'],
      ...['замечаний 2 стиль 2 все хорошо', 'раз', 'два'],
    ]);
    expect(units('[own] Мысли.\nи дальше', 'review_reports')).to.deep.equal(['own мысли и дальше']);
  });

  it('tells names, numbers, content and function words apart', () => {
    const kinds = tokensOf('Мост в Твери стоит 3 500,5 рубля, пишет ТАСС и Reuters 5 мая.', lexicon).map(
      ({ word, kind }) => `${word.stemText}:${kind}`,
    );
    expect(kinds).to.deep.equal([
      ...['мост:content', 'в:function', 'твер:name', 'сто:function', '3500.5:number', 'рубл:content'],
      ...['пишет:function', 'тасс:name', 'и:function', 'reuters:name', '5:number', 'ма:number'],
    ]);
  });
});
