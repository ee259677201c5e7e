import { canonicalWord } from './canonical-words.js';

/** The short name, then the two words that it is in full; any case, "е" for "ё". */
const TABLE = `
америка соединенные штаты
россия российская федерация
британия соединенное королевство
петербург санкт петербург
евросоюз европейский союз
нато североатлантический альянс
подмосковье московская область
ленобласть ленинградская область
`;

/** Second words and the short names, by first words. */
export type FullNames = ReadonlyMap<string, ReadonlyMap<string, string>>;

/**
 * Names of two words that texts use as often as a short one that is not made of their initials or beginnings.
 *
 * @param stem gives the stem of a lower-case word
 * @returns by stems; short names begin with a capital
 */
export function fullNames(stem: (word: string) => string): FullNames {
  const names = new Map<string, Map<string, string>>();
  for (const line of TABLE.trim().split('\n')) {
    const [short = '', first = '', second = ''] = line.split(' ');
    const seconds = names.get(stem(first)) ?? new Map<string, string>();
    names.set(stem(first), seconds.set(stem(canonicalWord(second)), short.slice(0, 1).toUpperCase() + short.slice(1)));
  }
  return names;
}
