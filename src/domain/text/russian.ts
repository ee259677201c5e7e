const CYRILLIC = /[а-яёА-ЯЁ]/gu;
const OTHER_LETTER = /[^\P{L}а-яёА-ЯЁ]/gu;
const RUSSIAN_SHARE = 0.5;
const FEWEST_LETTERS = 3;

/** The share of Cyrillic letters among all letters of a text, 0…1; 0 when it has none. */
export function cyrillicShare(text: string): number {
  const russian = text.match(CYRILLIC)?.length ?? 0;
  return russian === 0 ? 0 : russian / (russian + (text.match(OTHER_LETTER)?.length ?? 0));
}

/**
 * Says whether a text is Russian: at least half of its letters are Cyrillic and a language detector, asked about texts
 * long enough for it, does not call it another language written in Cyrillic letters.
 */
export function isRussian(text: string, detectLanguage: (text: string) => string): boolean {
  if ((text.match(CYRILLIC)?.length ?? 0) < FEWEST_LETTERS || cyrillicShare(text) < RUSSIAN_SHARE)
    return false;
  return text.length < DETECTABLE || !OTHER_CYRILLIC.has(detectLanguage(text));
}

/** Below this many characters a detector guesses. */
const DETECTABLE = 80;
const OTHER_CYRILLIC: ReadonlySet<string> = new Set([
  'uk',
  'be',
  'bg',
  'sr',
  'mk',
  'kk',
  'mn',
  'tg',
  'ky',
  'tt',
]);
