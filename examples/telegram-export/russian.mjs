/** The cases by the letters that templates use: {town.r} is the genitive. */
const CASES = ['n', 'r', 'd', 'v', 't', 'p'];
const MONTHS = 'января февраля марта апреля мая июня июля августа сентября октября ноября декабря'.split(' ');
const WEEKDAYS = ['в воскресенье', 'в понедельник', 'во вторник', 'в среду', 'в четверг', 'в пятницу', 'в субботу'];

/** A word that never changes, such as a name in quotation marks. */
export const fixed = (word) => forms(word, word, word, word, word, word);

/** A thing of the first kind of masculine nouns: "Синеборск", "Институт озёр" (only the first word changes). */
export function masculine(words) {
  const [first, ...rest] = words.split(' ');
  return forms(...['', 'а', 'у', '', 'ом', 'е'].map((end) => [first + end, ...rest].join(' ')));
}

/** "улица Садовая" from the stem "Садов". */
export function street(stem) {
  const noun = ['улица', 'улицы', 'улице', 'улицу', 'улицей', 'улице'];
  const ends = ['ая', 'ой', 'ой', 'ую', 'ой', 'ой'];
  return forms(...noun.map((word, index) => `${word} ${stem}${ends[index]}`));
}

/** "Заречный район" from the stem "Заречн". */
export function district(stem) {
  const ends = ['ый', 'ого', 'ому', 'ый', 'ым', 'ом'];
  const noun = ['район', 'района', 'району', 'район', 'районом', 'районе'];
  return forms(...noun.map((word, index) => `${stem}${ends[index]} ${word}`));
}

/** "1 дом", "2 дома", "5 домов". */
export function plural(count, [one, few, many]) {
  const lastTwo = count % 100;
  const last = count % 10;
  if (last === 1 && lastTwo !== 11) return one;
  return last >= 2 && last <= 4 && (lastTwo < 12 || lastTwo > 14) ? few : many;
}

/** "3 ноября" of a day counted from 1970-01-01. */
export function dayAndMonth(day) {
  const date = new Date(day * 86_400_000);
  return `${date.getUTCDate()} ${MONTHS[date.getUTCMonth()]}`;
}

/** "во вторник" of a day counted from 1970-01-01. */
export const onWeekday = (day) => WEEKDAYS[new Date(day * 86_400_000).getUTCDay()];

function forms(...words) {
  return Object.fromEntries(CASES.map((name, index) => [name, words[index]]));
}
