import { lowerFirst, upperFirst } from './replace-words.js';

/** First words that are no names, so they may lose their capital. */
const COMMON =
  /^(?:В|Во|На|Из|По|Для|После|При|С|Со|У|О|Об|К|До|За|Под|Над|Среди|Из-за|Как|Это|Эта|Этот|Эти|Он|Она|Они|Теперь|Сегодня|Вчера|Завтра|Все|Новый|Новая|Новое|Новые|Перв\p{Ll}+|Кажд\p{Ll}+|Учёные|Ученые|Власти|Компания|Движение|Погода|Люди|Несколько|Более|Около|Почти|\p{Lu}\p{Ll}+(?:ские|ский|ская|ные|ный|ная|ики|ели|оры|или|али|ение|ания|ость))(?= )/u;

const VERB =
  'стартовал[аои]?|начал(?:ся|ась|ось|ись)|выш(?:ел|ла|ло|ли)|выйд[еу]т|появил(?:ся|ась|ось|ись)|появ[ия]тся|откры(?:лся|лась|лось|лись|ли)|' +
  'прош(?:ёл|ел|ла|ло|ли)|состо(?:ится|ятся|ялся|ялась|ялись)|выпусти(?:ли|ла|л|т)|выпустят|запусти(?:ли|т)|запустят|показали|покажут|представили|нашли|' +
  'обнаружили|создали|разработали|собрали|построили|добавили|завезли|вернут|продают|снимут|запретили|запретят|спасли|забыли|' +
  'раскрыли|подарили|опубликовали|произош(?:ёл|ел|ла|ло|ли)|загорел(?:ся|ась|ось|ись)|вырос(?:ла|ло|ли)?|ожида(?:ется|ются)|оста(?:ётся|ется|ются)|умер(?:ла|ли)?|анонсировали|внесут|открыт[аоы]?|раскрыт[аоы]?|опубликован[аоы]?|задержан[аоы]?|анонсирован[аоы]?';
/** A quotation, whose first letter stays what it is. */
const KEPT = /^[\uE000-\uF8FF]/u;
const FRONTED = new RegExp(
  `^((?:В|Во|На|Для|Из|По|После|У|При|Под|Над|За) (?:[^\\s.,:;!?—–()]+ ){1,4}?)(${VERB}) ((?:[^.,:;!?—–()]|\\.(?=\\S))+?)(?=[.!]$| — (?:он|она|оно|они|это|теперь|так|об этом) )`,
  'u',
);
const VERB_FIRST = new RegExp(
  `^(${VERB}) ((?:[^.,:;!?—–()]|\\.(?=\\S))+?)(?=[.!]$| — (?:он|она|оно|они|это|теперь|так|об этом) )`,
  'iu',
);
const SAID =
  /^(.+), (сообща(?:ет|ют)|пиш[еу]т|переда[её]т|передают|сообщил[аи]?|заявил[аи]?|рассказал[аи]?) ((?:[^,.—]|\.(?=\S))+)\.$/u;
const SOURCE = /^(.+), — ((?:[^,.—]|\.(?=\S))+)\.$/u;
const SAYING =
  /^(?:сообща|сообщил|заявил|пиш[еу]т|переда|рассказал|сказал|напомнил|отметил|уточнил|подчеркнул|объявил)/u;
const CLAUSE = /^(?:так|следует|счита\p{L}+|говор\p{L}+) /u;
const SO_THAT = /^([^,—:]+), чтобы ((?:\p{Ll}+ ){0,2}?\p{Ll}+(?:ть|ться|ти)(?!\p{L})[^,—:]*)\.$/u;
const IF_LAST = /^([^,—:]+), (если|поскольку|так как|потому что) ([^,—:]+)\.$/u;
const IF_FIRST = /^(Если|Когда|Поскольку) ([^,—:]+), (?:то )?([^,—:]+)\.$/u;
const DASH = / — (он|она|они|оно|это|теперь|сейчас|ранее|раньше|там|здесь|об этом) (?=\p{Ll})/u;
const COUPLE = /(?<!\p{L})(\p{Ll}{3,}(ах|ях|ами|ями|ам|ям|ов|ев|ей)) и (\p{Ll}{3,}\2)(?=[ .,]|$)/gu;

/** A sentence with its parts in another order; what is said stays. */
export function reorderSentence(sentence: string): string {
  const swapped = sentence.replace(COUPLE, '$3 и $1');
  for (const reorder of ORDERS) {
    const other = reorder(swapped);
    if (other !== undefined) return other;
  }
  return swapped.replace(DASH, (_found, word: string) => `. ${upperFirst(word)} `);
}

type Reorder = (sentence: string) => string | undefined;

const saidBy: Reorder = (sentence) => {
  const [found, what = '', verb = '', who = ''] = SAID.exec(sentence) ?? [];
  if (found === undefined || /[«"]/u.test(what.slice(0, 1))) return undefined;
  return COMMON.test(what) ? `Как ${verb} ${who}, ${lowerFirst(what)}.` : `${what}. Об этом ${verb} ${who}.`;
};

const sourced: Reorder = (sentence) => {
  const [found, what = '', who = ''] = SOURCE.exec(sentence) ?? [];
  if (found === undefined) return undefined;
  if (SAYING.test(who)) return `${what}. Об этом ${who}.`;
  return CLAUSE.test(who) ? undefined : `${what}. Источник: ${who}.`;
};

const soThat: Reorder = (sentence) => {
  const [found, what = '', purpose = ''] = SO_THAT.exec(sentence) ?? [];
  return found === undefined || !COMMON.test(what) || what.endsWith('того')
    ? undefined
    : `Чтобы ${purpose}, ${lowerFirst(what)}.`;
};

const ifLast: Reorder = (sentence) => {
  const [found, what = '', word = '', condition = ''] = IF_LAST.exec(sentence) ?? [];
  if (found === undefined || !COMMON.test(what)) return undefined;
  return `${upperFirst(word === 'потому что' ? 'поскольку' : word)} ${condition}, ${lowerFirst(what)}.`;
};

const ifFirst: Reorder = (sentence) => {
  const [found, word = '', condition = '', what = ''] = IF_FIRST.exec(sentence) ?? [];
  return found === undefined ? undefined : `${upperFirst(what)}, ${word.toLowerCase()} ${condition}.`;
};

/** "В России стартовал показ." is "Показ стартовал в России." */
const fronted: Reorder = (sentence) => {
  const [found, place = '', verb = '', who = ''] = FRONTED.exec(sentence) ?? [];
  if (found === undefined || KEPT.test(who)) return undefined;
  return `${upperFirst(who)} ${verb} ${lowerFirst(place).trimEnd()}${sentence.slice(found.length)}`;
};

/** "Вышел тизер." is "Тизер вышел." */
const verbFirst: Reorder = (sentence) => {
  const [found, verb = '', who = ''] = VERB_FIRST.exec(sentence) ?? [];
  return found === undefined || KEPT.test(who)
    ? undefined
    : `${upperFirst(who)} ${verb.toLowerCase()}${sentence.slice(found.length)}`;
};

const ORDERS: readonly Reorder[] = [saidBy, sourced, soThat, ifLast, ifFirst, fronted, verbFirst];
