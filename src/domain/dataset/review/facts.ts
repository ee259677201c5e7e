const MONTH = 'января|февраля|марта|апреля|мая|июня|июля|августа|сентября|октября|ноября|декабря';
const DATE = new RegExp(`(?<!\\d)(\\d{1,2})\\s+(${MONTH})`, 'giu');
const GROUPED = /(\d)[\u00A0\u202F ](?=\d{3}(?!\d))/gu;
const NUMBER = /\d+(?:[.,:]\d+)*/gu;
const NAME = /(?<=[\p{L}\p{N},»“")] ["«„(]?)\p{Lu}[\p{L}\p{N}]+(?:[-'’][\p{L}\p{N}]+)*/gu;

/** The dates of a text as "3 ноября". */
export function datesOf(text: string): readonly string[] {
  return Array.from(text.matchAll(DATE), ([, day = '', month = '']) => `${Number(day)} ${month.toLowerCase()}`);
}

/** The numbers of a text that are not part of a date; "45 000" is 45000, "2,5" is 2.5. */
export function numbersOf(text: string): readonly string[] {
  const joined = text.replace(DATE, ' ').replace(GROUPED, '$1');
  return Array.from(joined.matchAll(NUMBER), ([number]) => number.replaceAll(',', '.'));
}

/** Words in the middle of a sentence that begin with a capital: names of people, places, companies. */
export function namesOf(sentence: string): readonly string[] {
  return Array.from(sentence.matchAll(NAME), ([name]) => name);
}
