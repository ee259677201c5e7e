import type { Fact, FactKind } from './fact.js';

/** Names that do not change with the case, so that they fit any sentence. */
const INVENTED: Readonly<Record<string, readonly string[]>> = {
  handle: ['@vecherniy_bereg', '@polevoy_zhurnal', '@tihaya_gavan', '@severnaya_liniya'],
  latin: ['Panasonic', 'Lenovo', 'Ericsson', 'Siemens', 'Toyota', 'Kodak', 'Heineken', 'Philips'],
  acronym: ['ОПЕК', 'ЮНЕСКО', 'ФИФА', 'МАГАТЭ', 'ОБСЕ', 'ЮНИСЕФ'],
  cyrillic: ['Осло', 'Сочи', 'Баку', 'Токио', 'Тбилиси', 'Шевченко', 'Ткаченко', 'Перу', 'Чили', 'Конго', 'Рено'],
};

const PATTERNS: Readonly<Record<string, RegExp>> = {
  handle: /(?<![\p{L}\d/.@])@[a-z][a-z\d_]{3,}/giu,
  latin: /(?<![\p{L}\d@./_&-])(?:[A-Z](?=[A-Za-z]*[a-z])[A-Za-z]{2,}|i[A-Z][a-z]+)(?![\p{L}\d_/&]|[.-]\p{L})/gu,
  acronym: /(?<=[\p{Ll},] )\p{Script=Cyrillic}(?<=\p{Lu})\p{Lu}{2,5}(?!\p{L}|-)/gu,
  cyrillic:
    /(?<=[\p{Ll},\d] [«"]?)(?=\p{Script=Cyrillic})\p{Lu}\p{Ll}{3,}(?<!(?:[оеыи]й|ая|яя|[оеы]е|ие|[оеи]го|[оеи]му|[ыи]х|[ыи]м|ую|юю))(?!\p{L}|-)/gu,
};

const KNOWN_AGAIN = 4;

/**
 * Names: channels, Latin words with a capital, abbreviations, Russian words with a capital inside a sentence that do not
 * look like adjectives.
 */
export const NAMES: FactKind = {
  name: 'name',
  find: (text) => Object.entries(PATTERNS).flatMap(([form, pattern]) => found(text, form, pattern)),
  invent: ({ form, key }, random) => {
    const others = (INVENTED[form] ?? []).filter((name) => keyOf(name) !== key);
    return others[random.integer(others.length)];
  },
};

function found(text: string, form: string, pattern: RegExp): readonly Fact[] {
  return Array.from(text.matchAll(pattern), ({ index, 0: name }) => ({
    start: index,
    text: name,
    form,
    key: keyOf(name),
  }));
}

/** The same name in another case has the same beginning. */
function keyOf(name: string): string {
  return name
    .toLowerCase()
    .replaceAll('ё', 'е')
    .slice(0, name.startsWith('@') ? name.length : KNOWN_AGAIN);
}
