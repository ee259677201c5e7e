import { DATES } from './dates.js';
import type { FactKind } from './fact.js';

const NUMBER = /(?<![\p{L}\d.,:@#/_–-])(?:\d{1,3}(?:[ \u00a0\u202f]\d{3})+|\d+)(?:[.,]\d+)?(?![\p{L}\d:/]|[.,–-]\d)/gu;

/** Numbers in digits that are no dates: "5", "89 000", "1,2". */
export const NUMBERS: FactKind = {
  name: 'number',
  find: (text) => {
    const dates = DATES.find(text);
    const isDate = (at: number) => dates.some(({ start, text: date }) => at >= start && at < start + date.length);
    return Array.from(text.matchAll(NUMBER), ({ index, 0: number }) => ({ start: index, text: number }))
      .filter(({ start }) => !isDate(start))
      .map((fact) => ({ ...fact, form: 'number', key: fact.text.replace(/\s/gu, '').replace(',', '.') }));
  },
  /** One digit becomes another, so the number keeps its look. */
  invent: ({ text }, random) => {
    const places = Array.from(text.matchAll(/\d/gu), ({ index }) => index);
    const at = places[random.integer(places.length)] ?? 0;
    const old = Number(text[at]);
    const digit = at === 0 ? 1 + ((old + random.integer(8)) % 9) : (old + 1 + random.integer(9)) % 10;
    return digit === old ? undefined : text.slice(0, at) + String(digit) + text.slice(at + 1);
  },
};
