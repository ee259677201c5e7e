/** How many letters a text has, and of which alphabets. */
export interface LetterCounts {
  readonly letters: number;
  /** Letters of the Russian alphabet. */
  readonly russian: number;
  /** Letters of Ukrainian, Belarusian, Serbian, Macedonian, Tajik and the Turkic and Mongolian languages, not in Russian. */
  readonly foreign: number;
}

const FOREIGN: ReadonlySet<number> = new Set(
  Array.from('іїєґўјљњћђџѓќѕәғқңөұүһӣӯҳҷӑӗӳІЇЄҐЎЈЉЊЋЂЏЃЌЅӘҒҚҢӨҰҮҺӢӮҲҶӐӖӲ', (letter) => letter.charCodeAt(0)),
);

/** Counts in one pass over the code units; letters outside the basic plane are not counted. */
export function letterCounts(text: string): LetterCounts {
  let [letters, russian, foreign] = [0, 0, 0];
  for (let index = 0; index < text.length; index++) {
    const code = text.charCodeAt(index);
    if (isRussianLetter(code)) russian++;
    else if (code >= 0x400 && code <= 0x52f && FOREIGN.has(code)) foreign++;
    else if (isOtherLetter(code)) letters++;
  }
  return { letters: letters + russian + foreign, russian, foreign };
}

function isRussianLetter(code: number): boolean {
  return (code >= 0x410 && code <= 0x44f) || code === 0x401 || code === 0x451;
}

/** ASCII and the punctuation that Russian is full of are told apart without a regular expression. */
function isOtherLetter(code: number): boolean {
  if (code < 0x80) return (code | 0x20) >= 0x61 && (code | 0x20) <= 0x7a;
  const punctuation = code < 0xc0 || (code >= 0x2000 && code < 0x2c00) || (code >= 0xd800 && code < 0xf900);
  return !punctuation && /\p{L}/u.test(String.fromCharCode(code));
}
