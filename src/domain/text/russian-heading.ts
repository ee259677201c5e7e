const CYRILLIC_WORD = /[а-яё]{2,}/iu;
const LETTER = /\p{L}/u;

/**
 * Says whether a heading is Russian: it has a word in Cyrillic letters, or no letters at all. Names of products and
 * companies may outnumber it ("Microsoft обновила Windows Server").
 */
export function isRussianHeading(heading: string): boolean {
  return CYRILLIC_WORD.test(heading) || !LETTER.test(heading);
}
