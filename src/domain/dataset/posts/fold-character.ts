const SEPARATOR = 1;
const WORD_CHARACTER = /[\p{L}\p{N}]/u;

/** What was found for each UTF-16 code unit so far: 0 not asked yet, 1 parts words, else its lower-case form. */
const FOLDED = new Uint16Array(0x10000);

/**
 * The form in which a code unit counts when words are compared: lower case, "ё" as "е"; 0 when it parts words, as
 * surrogates do. Answers are kept, because a regular expression for every letter of a large export takes minutes.
 */
export function foldCharacter(code: number): number {
  const known = FOLDED[code] ?? SEPARATOR;
  if (known > SEPARATOR) return known;
  if (known === SEPARATOR) return 0;
  const character = String.fromCharCode(code);
  const lower = character.toLowerCase().charCodeAt(0);
  const folded = character.toLowerCase() === 'ё' ? 0x435 : lower;
  FOLDED[code] = WORD_CHARACTER.test(character) ? folded : SEPARATOR;
  return FOLDED[code] === SEPARATOR ? 0 : folded;
}
