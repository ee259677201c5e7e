import type { RandomSource } from '#etalon/domain/shared/random-source.js';
import { plainText } from '#etalon/domain/text/plain-text.js';
import { sentencesOf } from '#etalon/domain/text/sentences.js';

/** What a spoiler works on. */
export interface SpoilInput {
  readonly summary: string;
  readonly source: string;
  /** Another day's summary of the same channel. */
  readonly otherDay: string;
  /** Names that other posts of the day hold. */
  readonly random: RandomSource;
}

/** Spoils a summary in one way; `undefined` when it offers no place for that. */
export type Spoiler = (input: SpoilInput) => string | undefined;

const INVENTED = [
  'Правительство внезапно отменило все прежние решения о строительстве новых дорог в регионе.',
  'Местные жители заметили в лесу огромного медведя и вызвали сотрудников зоопарка.',
  'Учёные доказали, что регулярное чтение газет продлевает жизнь домашних кошек.',
  'Компания объявила о покупке крупнейшего производителя мебели за рекордную сумму.',
  'В музее открылась выставка старинных часов, которую посетили тысячи туристов.',
  'Футболисты сборной отказались от участия в турнире из-за плохой погоды.',
];

const PADDING = [
  'Следите за новостями, ведь впереди ещё много интересного и важного для каждого.',
  'Как мы все понимаем, это очень и очень важная тема, о которой можно говорить долго.',
  'Об этом и о многом другом мы ещё не раз расскажем нашим дорогим читателям.',
  'В целом можно сказать, что день выдался весьма насыщенным и по-своему интересным.',
];

const isHeading = (line: string): boolean => /^\s*#/.test(line);
const isItem = (line: string): boolean => line.trim() !== '' && !isHeading(line);

function pick<T>(list: readonly T[], random: RandomSource): T {
  return list[random.integer(list.length)]!;
}

function shuffled<T>(list: readonly T[], random: RandomSource): readonly T[] {
  const copy = [...list];
  for (let at = copy.length - 1; at > 0; at -= 1) {
    const other = random.integer(at + 1);
    [copy[at], copy[other]] = [copy[other]!, copy[at]!];
  }
  return copy;
}

const dropThird: Spoiler = ({ summary, random }) => {
  const lines = summary.split('\n');
  const items = lines.flatMap((line, at) => (isItem(line) ? [at] : []));
  if (items.length < 3) return undefined;
  const gone = new Set(shuffled(items, random).slice(0, Math.ceil(items.length / 3)));
  return lines.filter((_, at) => !gone.has(at)).join('\n');
};

/** Changes one match in the body, chosen at random. */
function replaceOne(
  summary: string,
  pattern: RegExp,
  random: RandomSource,
  change: (found: string) => string,
): string | undefined {
  const lines = summary.split('\n');
  const places = lines.flatMap((line, at) =>
    isItem(line) ? [...line.matchAll(pattern)].map((match) => ({ at, match })) : [],
  );
  if (places.length === 0) return undefined;
  const { at, match } = pick(places, random);
  const line = lines[at]!;
  lines[at] = line.slice(0, match.index) + change(match[0]) + line.slice(match.index + match[0].length);
  return lines.join('\n');
}

const NUMBER = /(?<![\p{L}\d.,])\d+(?![\p{L}\d]|[.,]\d)/gu;
const MONTH = /(?<=\d )(?:января|февраля|марта|апреля|мая|июня|июля|августа|сентября|октября|ноября|декабря)/gu;
const MONTHS = ['января', 'февраля', 'марта', 'апреля', 'июня', 'июля', 'августа', 'сентября'];
const NAME = /(?<=[\p{Ll},] )(?:\p{Lu}\p{Ll}{3,}|[A-Z][A-Za-z]{2,})/gu;

const changeNumber: Spoiler = ({ summary, random }) =>
  replaceOne(summary, NUMBER, random, (found) => String(Number(found) + 1 + random.integer(9)));

const changeDate: Spoiler = ({ summary, random }) =>
  replaceOne(summary, MONTH, random, (found) =>
    pick(
      MONTHS.filter((month) => month !== found),
      random,
    ),
  );

const changeName: Spoiler = ({ summary, source, random }) => {
  const names = [...new Set(source.match(NAME) ?? [])];
  if (names.length < 2) return undefined;
  return replaceOne(summary, NAME, random, (found) =>
    pick(
      names.filter((name) => name !== found),
      random,
    ),
  );
};

const addClaim: Spoiler = ({ summary, random }) => `${summary.trimEnd()}\n- ${pick(INVENTED, random)}\n`;

const takeOtherDay: Spoiler = ({ otherDay }) => otherDay;

/** All sentences of the body change places; lines keep their number of sentences. */
const shuffleSentences: Spoiler = ({ summary, random }) => {
  const lines = summary.split('\n');
  const bodies = lines.map((line) => (isItem(line) ? [...sentencesOf(plainText(line))] : []));
  const all = shuffled(bodies.flat(), random);
  if (all.length < 4) return undefined;
  let next = 0;
  return lines
    .map((line, at) => {
      const count = bodies[at]!.length;
      if (count === 0) return line;
      next += count;
      return `- ${all.slice(next - count, next).join(' ')}`;
    })
    .join('\n');
};

const pad: Spoiler = ({ summary, random }) =>
  `${summary.trimEnd()}\n${shuffled(PADDING, random)
    .slice(0, 2)
    .map((line) => `- ${line}`)
    .join('\n')}\n`;

const repeat: Spoiler = ({ summary }) => `${summary}\n${summary.split('\n').filter(isItem).join('\n')}\n`;

const copySource: Spoiler = ({ source }) => source;

/** Ways to spoil a summary, and the metric that ought to see each; `null`: only shown. */
export const SPOILERS: readonly (readonly [name: string, metrics: readonly string[], spoil: Spoiler])[] = [
  ['a third of the items left out', ['coverage'], dropThird],
  ['a number changed', ['accuracy'], changeNumber],
  ['a month changed', ['accuracy'], changeDate],
  ['a name changed', ['accuracy'], changeName],
  ['a claim added', ['accuracy'], addClaim],
  ["another day's digest", ['coverage', 'accuracy'], takeOtherDay],
  ['sentences shuffled', ['coherence'], shuffleSentences],
  ['padding', ['informativeness'], pad],
  ['the text repeated', ['informativeness'], repeat],
  ['source copied whole', ['informativeness'], copySource],
];
