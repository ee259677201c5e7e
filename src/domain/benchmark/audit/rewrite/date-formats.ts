const MONTHS = 'января февраля марта апреля мая июня июля августа сентября октября ноября декабря'.split(' ');
const WORDS = new RegExp(
  `(?<![\\d.,–-]|\\d (?:и|по|или) |, )(?<day>\\d{1,2}) (?<month>${MONTHS.join('|')})(?: (?<year>(?:19|20)\\d\\d)(?: года(?!\\p{L}))?)?(?!\\p{L})`,
  'gu',
);
const DIGITS = /(?<![\d.,])(?<day>0[1-9]|[12]\d|3[01])\.(?<month>0[1-9]|1[0-2])\.(?<year>(?:19|20)\d\d)(?!\d|[.,]\d)/gu;
const YEAR = /(?<=(?:19|20)\d\d )год(?:а|у|ом)?(?!\p{L}|\.|,)/gu;
const SHORT_YEAR = /(?<=(?:^|\s)(?:в|с) (?:19|20)\d\d )г\.(?= \p{Ll})/gu;

/** Writes dates the other way: "3 марта 2024 года" as "03.03.2024" and back, "3 марта" as "03.03", "году" as "г.". */
export function rewriteDates(text: string): string {
  const digits = text.replace(DIGITS, (...found) => {
    const { day = '', month = '', year = '' } = groupsOf(found);
    return `${Number(day)} ${MONTHS[Number(month) - 1] ?? ''} ${year} года`;
  });
  if (digits !== text) return digits;
  const words = text.replace(WORDS, (...found) => {
    const { day = '', month = '', year } = groupsOf(found);
    const number = String(MONTHS.indexOf(month) + 1).padStart(2, '0');
    return `${day.padStart(2, '0')}.${number}${year === undefined ? '' : `.${year}`}`;
  });
  return words.replace(SHORT_YEAR, 'году').replace(YEAR, 'г.');
}

function groupsOf(found: readonly unknown[]): Readonly<Record<string, string | undefined>> {
  return found.at(-1) as Readonly<Record<string, string | undefined>>;
}
