const WORDS: Readonly<Record<string, number>> = {
  ...{ два: 2, две: 2, двух: 2, двум: 2, двумя: 2, три: 3, трёх: 3, трех: 3, четыре: 4, четырёх: 4, четырех: 4 },
  ...{ пять: 5, пяти: 5, шесть: 6, шести: 6, семь: 7, семи: 7, восемь: 8, восьми: 8, девять: 9, девяти: 9 },
  ...{ десять: 10, десяти: 10 },
};
const FROM_THREE = ['три', 'четыре', 'пять', 'шесть', 'семь', 'восемь', 'девять', 'десять'];
/** What a number belongs to when it stands before: a larger number, a fraction, a name. */
const NOT_BEFORE = '(?<!(?:дцать|десят|сто|сорок|девяносто|сот|тысяч[аи]?) |[\\p{L}\\d-])';
const SPELT = new RegExp(`${NOT_BEFORE}(?:${Object.keys(WORDS).join('|')})(?= \\p{Ll}{3})(?! раза в )`, 'gu');
const OBLIQUE = 'до|от|из|без|для|около|более|свыше|менее|после|у|с|к|о|об|при|по|под|над|перед|между';
const MONTHS = '(?:январ|феврал|март|апрел|ма[ея]|июн|июл|август|сентябр|октябр|ноябр|декабр)';
const FEW = `[34](?= (?!${MONTHS})\\p{Ll}{2,}[аяыи](?<!ами|ями)(?!\\p{L}))`;
const MANY = '(?:[5-9]|10)(?= (?:\\p{Ll}{2,}(?:ов|ев|ей)|лет|раз|человек|минут|недель|тысяч)(?!\\p{L}))';
const IN_DIGITS = new RegExp(
  `(?<=(?:^|[\\s(])\\p{Script=Cyrillic}+ )(?<!(?:^|\\s)(?:${OBLIQUE}) )(?:${FEW}|${MANY})`,
  'giu',
);

/** Small numbers beside a noun: words become digits, digits words in the nominative where they stand in it. */
export function rewriteNumberWords(text: string): string {
  const digits = text.replace(SPELT, (word) => String(WORDS[word]));
  return digits === text ? text.replace(IN_DIGITS, (number) => FROM_THREE[Number(number) - 3] ?? number) : digits;
}
