import type { RandomSource } from '../../../shared/random-source.js';
import type { Fact, FactKind } from './fact.js';

const STEMS = 'январ феврал март апрел ма июн июл август сентябр октябр ноябр декабр'.split(' ');
const GENITIVE = STEMS.map((stem) => stem + (/(?:март|август)$/u.test(stem) ? 'а' : 'я'));
const LOCATIVE = STEMS.map((stem) => `${stem}е`);
const MONTHS = GENITIVE.join('|');

const DAY = new RegExp(`(?<![\\d.,])(\\d{1,2}) (${MONTHS})(?!\\p{L})`, 'gu');
const NUMERIC = /(?<![\d.,])(0[1-9]|[12]\d|3[01])\.(0[1-9]|1[0-2])(?:\.(?:19|20)\d\d)?(?!\d|[.,]\d)/gu;
const MONTH = new RegExp(
  `(?<=(?:^|\\s)(?:в|к|с|до|начал[аеоу]|конц[аеу]|конец) )(?:${LOCATIVE.join('|')}|${MONTHS})(?!\\p{L})`,
  'gu',
);
const YEAR = /(?<![\d.,–-])(?:19|20)\d\d(?= (?:год|г\.)|-(?:м|й|го)(?!\p{L}))/gu;

/** Days ("3 марта", "03.03", with a year or without), months ("в марте") and years ("2024 году"). */
export const DATES: FactKind = {
  name: 'date',
  find: (text) => [
    ...found(text, DAY, 'day', ([, day, month]) => `${Number(day)}.${GENITIVE.indexOf(month ?? '') + 1}`),
    ...found(text, NUMERIC, 'day', ([, day, month]) => `${Number(day)}.${Number(month)}`),
    ...found(text, MONTH, 'month', ([month]) => month.slice(0, 3)).map(withCase),
    ...found(text, YEAR, 'year', ([year]) => year),
  ],
  invent: ({ text, form }, random) => {
    if (form === 'year') return String(Number(text) - 1 - random.integer(9));
    if (/^\d/u.test(text) && text.includes('.')) return withMonth(text, random);
    const list = LOCATIVE.some((month) => text.endsWith(month)) ? LOCATIVE : GENITIVE;
    const at = list.findIndex((month) => text.endsWith(month));
    return text.slice(0, text.length - (list[at] ?? '').length) + (list[another(at, random)] ?? '');
  },
};

/** In another case a month does not fit the sentence. */
function withCase(fact: Fact): Fact {
  return { ...fact, form: LOCATIVE.includes(fact.text) ? 'month in' : 'month of' };
}

function withMonth(text: string, random: RandomSource): string {
  const month = another(Number(text.slice(3, 5)) - 1, random) + 1;
  return `${text.slice(0, 3)}${String(month).padStart(2, '0')}${text.slice(5)}`;
}

/** Another of the twelve months, by index. */
function another(month: number, random: RandomSource): number {
  return (month + 1 + random.integer(11)) % 12;
}

function found(text: string, pattern: RegExp, form: string, key: (match: RegExpExecArray) => string): Fact[] {
  return Array.from(text.matchAll(pattern), (match) => ({
    start: match.index,
    text: match[0],
    form,
    key: `${form} ${key(match)}`,
  }));
}
