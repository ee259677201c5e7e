const FINITE_VERB =
  /(?:[аяеиоуыю]л(?:а|о|и)?(?:сь|ся)?|[бгзкрс]ла?(?:сь|ся)?|[еёиуюая]т(?:ся)?|[аяеё]н(?:а|о|ы)|[ыоуеия]т(?:а|о|ы)|[иы]м(?:ся)?|[её]м(?:ся)?)$/u;
const PREDICATE_WORD =
  /^(?:нет|есть|можно|нужно|надо|нельзя|будет|будут|может|могут|должен|должна|должны|готов|готова|готовы|доступен|доступна|доступны|известно|пора|мог|смог|нашел|ушел|вошел|вышел|пришел|произошел|прошел|привез|спас|умер|погиб|вырос|возрос|исчез|достиг|помог|сберег|закрыт|открыт|убит|принят|взят|снят|мертв|против)$/u;
const DASH_PREDICATE = /\s[—–-]\s/u;

/**
 * Says whether a text seems to say something of something: a finite verb or short participle by its ending, a word
 * that serves as one ("можно", "нет"), or the dash that stands for "is".
 */
export function hasPredicate(text: string, words: readonly string[]): boolean {
  return (
    DASH_PREDICATE.test(text) ||
    words.some((word) => PREDICATE_WORD.test(word) || (word.length > 3 && FINITE_VERB.test(word)))
  );
}
