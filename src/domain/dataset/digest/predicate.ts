const FINITE_VERB =
  /(?:[аяеиоуыю]л(?:а|о|и)?(?:сь|ся)?|[бвгзкрсш]л(?:а|о|и)(?:сь)?|[еёиуюая]т(?:ся)?|[аяеё]н(?:а|о|ы)?|[ыя]т(?:а|о|ы))$/u;
/** Frequent nouns that end like verbs. */
const NOUNS: ReadonlySet<string> = new Set(
  (
    'недели неделя модели цели школа дела села сила тела скала зала отели двери канал журнал материал персонал сигнал ' +
    'финал потенциал капитал квартал вокзал сериал футбол стол стола столу угол боли роли соли доли воли школе протокол интервал оригинал портал скандал футбола ' +
    'совет комитет кабинет бюджет билет интернет предмет пакет секрет университет планет ракет газет сайт кредит лимит ' +
    'визит аудит дефицит результат формат аппарат сенат депутат штат чат автомат адвокат чемпионат аромат солдат ' +
    'маршрут институт минут атрибут абсолют дебют валют салют статут цена сцена смена жена стена страна замена луна ' +
    'страны цены стены сцены жены измена план экран роман океан ресторан ураган орган магазин член размен обмен ' +
    'домен феномен спортсмен пациент клиент момент элемент комплимент агент студент процент проект объект субъект ' +
    'эффект аспект текст контекст артефакт факт контакт век человек один сотен тысяч времен имен племен'
  ).split(' '),
);
const PREDICATE_WORD =
  /^(?:нет|есть|можно|нужно|надо|нельзя|будет|будут|может|могут|должен|должна|должны|готов[аы]?|доступ(?:ен|на|ны)|известно|пора|мог|смог|наш[её]л|уш[её]л|умер|погиб|вырос|возрос|исчез|достиг|помог|сберег|м[её]ртв|против|жив)$/u;
const DASH_PREDICATE = /\s[—–]\s/u;

/**
 * Says whether a text seems to say something of something: a finite verb or short participle by its ending, a word
 * that serves as one ("можно", "нет"), or the dash that stands for "is".
 */
export function hasPredicate(text: string, words: readonly string[]): boolean {
  return DASH_PREDICATE.test(text) || hasFiniteVerb(words);
}

/** Says whether one of the words looks like a finite verb, a short participle, or a word that serves as one. */
export function hasFiniteVerb(words: readonly string[]): boolean {
  return words.some(
    (word) => PREDICATE_WORD.test(word) || (word.length > 3 && !NOUNS.has(word) && FINITE_VERB.test(word)),
  );
}
