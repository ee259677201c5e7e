import { expect } from 'chai';
import fc from 'fast-check';
import type { Post } from '#etalon/domain/dataset/post.js';
import { reviewDigest } from '#etalon/domain/dataset/review/review-digest.js';
import { digest } from '../validation/sample-builders.js';

/** Endings cut off: enough of a stemmer for a few sentences. */
const TOOLS = {
  stem: (word: string) => word.replace(/(?:ами|ями|ого|ому|ой|ый|ая|ые|ов|ах|ам|ом|ем|а|я|ы|и|у|ю|е|о)$/u, ''),
};

const post = (title: string, text: string, messageId?: number): Post => ({
  title,
  summary: '',
  text: `**${title}**\n\n${text}`,
  ...(messageId === undefined ? {} : { messageId }),
});

const BRIDGE = post(
  'Мост через Луговку открыли',
  'Движение по мосту восстановили 2 декабря. Ремонт обошёлся в 12 миллионов рублей, его вела компания Сплав.',
  17,
);
const LIBRARY = post('Библиотека работает до полуночи', 'Читальный зал открыли для студентов и школьников города.');
const TREE = post('На площади ставят ёлку', 'Главная ёлка высотой 24 метра приехала из питомника Синеборска.');
const POSTS = [BRIDGE, LIBRARY, TREE];

const GOOD = [
  '# Дайджест за 3 декабря 2024 года',
  '## Город',
  '- **Мост через Луговку открыли.** Движение по мосту восстановили 2 декабря, ремонт обошёлся в 12 миллионов рублей.',
  '- Читальный зал библиотеки открыли для студентов и школьников города.',
  '- Главная ёлка высотой 24 метра приехала из питомника Синеборска.',
].join('\n\n');

const review = (summaryMarkdown: string, posts: readonly Post[] = POSTS, id?: string) =>
  reviewDigest(digest({ summaryMarkdown, posts, ...(id === undefined ? {} : { id }) }), TOOLS);

const passOf = (name: string, ...input: Parameters<typeof review>) =>
  review(...input).passes.find((pass) => pass.name === name)!;
const titles = (name: string, ...input: Parameters<typeof review>) =>
  passOf(name, ...input).findings.map(({ title }) => title);
const withLine = (line: string) => `${GOOD}\n\n${line}`;

describe('reviewDigest', () => {
  it('has nothing to say against a good digest, and says so in every pass', () => {
    const { synthesis, passes } = review(GOOD);
    expect(passes.map(({ name }) => name)).to.deep.equal(['coverage', 'accuracy', 'style']);
    for (const { summary, findings, recommendations } of passes) {
      expect(summary).to.match(/(?:^|\. )Замечаний нет: /u);
      expect(findings).to.deep.equal([]);
      expect(recommendations).to.deep.equal([]);
    }
    expect(synthesis).to.equal(
      'Дайджест канала @lugovoy за 3 декабря 2024 года составлен по 3 постам и содержит 4 предложения ' +
        'под 2 заголовками. В нём отражено 3 из 3 постов, постами подтверждено 4 из 4 предложений. ' +
        'Замечаний по полноте, точности и стилю нет.',
    );
  });

  it('says nothing of the day where the id does not tell it', () => {
    expect(review(GOOD, POSTS, 'report-7').synthesis).to.match(/^Дайджест канала @lugovoy составлен/u);
  });

  it('repeats itself', () => {
    expect(review(withLine('Новое.'))).to.deep.equal(review(withLine('Новое.')));
  });

  describe('coverage', () => {
    it('names posts that no sentence retells, the longest first', () => {
      const short = GOOD.split('\n\n').slice(0, 2).join('\n\n');
      const pass = passOf('coverage', `${short}\n\n- Главная ёлка высотой 24 метра приехала из питомника.`);
      expect(pass.summary).to.equal('Дайджест отражает постов: 1 из 3 (33 %). Пропущено: 2.');
      expect(pass.findings.map(({ title }) => title)).to.deep.equal([
        'Пост «Мост через Луговку открыли» не отражён',
        'Пост «Библиотека работает до полуночи» не отражён',
      ]);
      expect(pass.findings[0]?.description).to.match(
        /^В посте \(сообщение 17\) 16 значимых слов, но .+ Дальше в нём: «Движение по мосту восстановили 2 декабря\./u,
      );
      expect(pass.recommendations).to.have.length(1);
    });

    it('names a post without a title by how it begins, and leaves out those without words', () => {
      const posts = [
        { title: '', summary: '', text: 'Каток залили у вокзала' },
        { title: '', summary: '', text: '🔥' },
      ];
      const pass = passOf('coverage', '# Дайджест\n\nСовсем другое предложение написано здесь.', posts);
      expect(pass.findings).to.have.length(1);
      expect(pass.findings[0]?.title).to.equal('Пост «Каток залили у вокзала» не отражён');
      expect(pass.findings[0]?.description).to.match(/^В посте 3 значимых слова, .+ пересказывает\.$/u);
    });

    it('counts all and lists a few', () => {
      const posts = Array.from({ length: 40 }, (_, index) =>
        post(`Новость ${index}`, `Событие номер${index} случилось.`),
      );
      const pass = passOf('coverage', GOOD, posts);
      expect(pass.findings).to.have.length(8);
      expect(pass.summary).to.include('Пропущено: 40.');
    });

    it('has nothing to compare where posts have no text', () => {
      expect(passOf('coverage', GOOD, []).summary).to.equal('Сравнивать не с чем: в постах дня нет текста.');
    });
  });

  describe('accuracy', () => {
    it('finds sentences that no post supports', () => {
      const pass = passOf('accuracy', withLine('Космонавты вернулись сегодня утром на Землю.'));
      expect(pass.findings.map(({ title }) => title)).to.deep.equal([
        'Предложение «Космонавты вернулись сегодня утром на Землю.» не подтверждено',
      ]);
      expect(pass.summary).to.equal('По итогам сверки постами подтверждено предложений: 4 из 5. Замечаний: 1.');
    });

    it('finds numbers and dates that the posts of that event do not have', () => {
      expect(titles('accuracy', GOOD.replace('12 миллионов', '24 миллиона'))).to.deep.equal([
        'Не подтверждено: число 24',
      ]);
      const pass = passOf('accuracy', GOOD.replace('2 декабря,', '5 декабря,'));
      expect(pass.findings).to.deep.equal([
        {
          title: 'Не подтверждено: дата 5 декабря',
          description:
            'В предложении «Движение по мосту восстановили 5 декабря, ремонт обошёлся в 12 миллионов рублей.» ' +
            'стоит дата 5 декабря, которой нет в постах об этом событии.',
        },
      ]);
    });

    it("takes the digest's own day for known", () => {
      const line = 'Читальный зал открыли 3 декабря для студентов и школьников города.';
      expect(titles('accuracy', withLine(line))).to.deep.equal([]);
      expect(titles('accuracy', withLine(line), POSTS, 'other')).to.deep.equal(['Не подтверждено: дата 3 декабря']);
    });

    it('finds names that no post has', () => {
      expect(titles('accuracy', GOOD.replace('питомника Синеборска', 'питомника Вологды'))).to.deep.equal([
        'Имя «Вологды» не встречается в постах',
      ]);
    });

    it('has nothing to check in a digest that says nothing', () => {
      expect(passOf('accuracy', '# Дайджест\n\nОй.').summary).to.match(/^Проверять нечего/u);
    });
  });

  describe('style', () => {
    it('misses headings, and text', () => {
      expect(titles('style', '')).to.deep.equal(['Дайджест пуст', 'Нет заголовков']);
      expect(review('').synthesis).to.include('содержит 0 предложений без заголовков.');
    });

    it('asks for Russian headings', () => {
      expect(titles('style', `## City news\n\n${GOOD}`)).to.deep.equal(['Заголовок «City news» не на русском языке']);
    });

    it('finds sentences that are too long, repeated or unfinished', () => {
      const long = `${'Слово одно другое третье пятое десятое '.repeat(6)}конец.`;
      const [one] = titles('style', withLine(long));
      expect(one).to.match(/^Длинное предложение: «Слово одно.+…»$/u);
      expect(titles('style', withLine('Главная ёлка высотой 24 метра приехала из питомника Синеборска.'))[0]).to.match(
        /^Повтор: «Главная/u,
      );
      expect(titles('style', withLine('Главная ёлка высотой 24 метра приехала'))[0]).to.match(
        /^Незаконченное предложение: /u,
      );
    });

    it('does not ask for a full stop after a headline in bold', () => {
      expect(titles('style', withLine('- **Мост открыли** Движение по мосту восстановили.'))).to.deep.equal([]);
    });

    it('finds words that are repeated in a sentence', () => {
      const pass = passOf('style', withLine('Мосты, моста и мосту: мостам нужны мосты и мостовая.'));
      expect(pass.findings[0]?.title).to.equal('Слово «мосты» повторяется');
      expect(pass.findings[0]?.description).to.match(/это слово стоит 5 раз\.$/u);
    });

    it('finds links and emoji', () => {
      const pass = passOf('style', withLine('Подробности: https://a.example/1 и t.me/b 🔥🔥.'));
      expect(pass.findings.slice(-2)).to.deep.equal([
        { title: 'Ссылки в тексте', description: 'Всего в дайджесте: 2, начиная с https://a.example/1' },
        { title: 'Эмодзи в тексте', description: 'Всего в дайджесте: 2, начиная с 🔥' },
      ]);
    });
  });

  describe('synthesis', () => {
    it('says what to mend first', () => {
      const last = (markdown: string) =>
        review(markdown)
          .synthesis.split(/(?<=\.) (?=[А-Я])/u)
          .at(-1);
      expect(last(GOOD.replace('12 миллионов', '24 миллиона'))).to.match(/^В первую очередь стоит сверить/u);
      expect(last(GOOD.split('\n\n').slice(0, 3).join('\n\n'))).to.match(/^В первую очередь стоит дополнить/u);
      expect(last(`## News\n\n${GOOD}`)).to.equal('Содержание в порядке, поправить стоит только форму.');
    });

    it('counts remarks', () => {
      expect(review(`## News\n\n${GOOD}`).synthesis).to.include(
        'Замечаний по полноте — 0, по точности — 0, по стилю — 1.',
      );
    });
  });

  it('reads a day of a thousand posts', () => {
    const words = Array.from({ length: 9000 }, (_, index) => `событие${index}`);
    const posts = Array.from({ length: 1000 }, (_, index) =>
      post(`Новость ${index}`, Array.from({ length: 60 }, (__, at) => words[(index * 31 + at * 13) % 9000]).join(' ')),
    );
    const summary = `# Дайджест\n\n${posts
      .slice(0, 30)
      .map(({ text }) => `- ${text.split('\n\n')[1]!}.`)
      .join('\n')}`;
    expect(passOf('coverage', summary, posts).findings).to.have.length(8);
  });

  it('answers to any text, with bounded findings', () => {
    const text = fc.oneof(fc.string({ unit: 'grapheme' }), fc.constantFrom(GOOD, BRIDGE.text, '# А', '**', '- **'));
    const posts = fc.array(
      text.map((value) => post('', value)),
      { maxLength: 6 },
    );
    fc.assert(
      fc.property(text, posts, (markdown, day) => {
        const { passes, synthesis } = review(markdown, day);
        expect(synthesis).to.match(/^Дайджест канала .+\.$/u);
        for (const { findings, summary } of passes) {
          expect(findings.length).to.be.at.most(8);
          expect(summary).to.match(/^[А-Я].+\.$/u);
        }
      }),
      { numRuns: 300 },
    );
  });
});
