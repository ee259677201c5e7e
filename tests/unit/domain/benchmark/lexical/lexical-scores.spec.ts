import { createHash } from 'node:crypto';
import { expect } from 'chai';
import { judgeLexically } from '#etalon/domain/benchmark/lexical/judge-lexically.js';
import { Lexicon } from '#etalon/domain/benchmark/lexical/lexicon.js';
import { PureRandFactory } from '#etalon/infrastructure/system/pure-rand-factory.js';
import { RussianTextTools } from '#etalon/infrastructure/text/russian-text-tools.js';

const KINDS = ['digests', 'review_reports'] as const;
const TITLES = [
  'В Твери открыли мост через Волгу',
  'Google покажет новый телефон',
  'Госдума приняла закон о пчёлах',
  'МГУ и США запустят спутник',
];
const SENTENCES = [
  'Строительство обошлось в 3 500 млн рублей, движение запустили 12 ноября.',
  'Гугл вложил $1,5 млрд — впятеро больше, чем в 2023 г.',
  'В Московском государственном университете об этом узнали 05.11.2024 в 09:30.',
  'Москва ждёт Москву: московский «Спартак! Ура» приедет в Подмосковье.',
  'Постов: 6 из 15, пятилетний план выполнен на 8 %.',
  'По словам А. С. Пушкина, т. е. автора, двадцать пять домов отдали с 5 по 7 ноября.',
  'Соединённые Штаты и Министерство обороны промолчали. Минобороны тоже.',
  'Он весит 200 граммов. Источник: ТАСС.',
  'Следует добавить пост о мосте.',
];
const REVIEW_LINES = [
  '[coverage] Пропущено: 3.',
  'Finding: нет поста о мосте',
  '',
  'Recommendation: добавить',
  '[style] Ок.',
];

const random = new PureRandFactory().seeded(17, 'lexical scores');
const one = (list: readonly string[]): string => list[random.integer(list.length)]!;
const some = (list: readonly string[], most: number): readonly string[] =>
  Array.from({ length: 1 + random.integer(most) }, () => one(list));

function sourceOf(kind: (typeof KINDS)[number]): string {
  if (kind === 'review_reports') return some([...REVIEW_LINES, ...SENTENCES], 8).join('\n');
  return some(TITLES, 5)
    .map((title) => `${title} **${title}**\n${some(SENTENCES, 3).join(' ')}`)
    .join('\n');
}

function summaryOf(): string {
  const items = some(TITLES, 6).map((title) => `- ${title}. ${some(SENTENCES, 2).join(' ')}`);
  return `# Дайджест @city за 12 ноября\n\n${items.join('\n')}\n`;
}

/** Whoever changes a score goes up with the judge's version, and takes the sum below from the new one. */
const SUM = '19068678844ea72bff3f3b425a1a28879df983edfa2f84a811891e0208bce7ed';

describe('the scores of lexical-ru-7', () => {
  it('stay what they are, with their notes', () => {
    const tools = new RussianTextTools();
    const lexicon = new Lexicon((word) => tools.stem(word));
    const hash = createHash('sha256');
    for (let round = 0; round < 600; round++) {
      const kind = KINDS[round % 2]!;
      const context = `Канал city ${1 + random.integer(30)} ноября 2024 г.`;
      const question = { kind, sourceText: sourceOf(kind), summaryMarkdown: summaryOf(), context };
      hash.update(
        JSON.stringify(judgeLexically(question, lexicon), (_, value: unknown) =>
          typeof value === 'number' ? value.toFixed(12) : value,
        ),
      );
    }
    expect(hash.digest('hex')).to.equal(SUM);
  });
});
