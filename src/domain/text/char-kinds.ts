/** What a UTF-16 unit is in a word or number. */
export const CharKind = { other: 1, lower: 2, upper: 3, digit: 4 } as const;

const UNKNOWN = 0;
const LETTER = /[\p{L}\p{N}\p{M}]/u;
const UPPER = /[\p{Lu}\p{Lt}]/u;
const kinds = new Uint8Array(0x10000);

/** The kind of a unit; each is put to the expressions once. Letters without case count as lower, halves of pairs as other. */
export function charKind(unit: number): number {
  const known = kinds[unit] ?? UNKNOWN;
  return known === UNKNOWN ? (kinds[unit] = find(unit)) : known;
}

/** Where the letters and digits end that begin at a place. */
export function wordEnd(text: string, start: number): number {
  let end = start;
  while (end < text.length && isInWord(text.charCodeAt(end))) end++;
  return end;
}

function isInWord(unit: number): boolean {
  const known = kinds[unit];
  return (known === UNKNOWN ? charKind(unit) : known) !== CharKind.other;
}

function find(unit: number): number {
  if (unit >= 0x30 && unit <= 0x39) return CharKind.digit;
  const char = String.fromCharCode(unit);
  if (!LETTER.test(char)) return CharKind.other;
  return UPPER.test(char) ? CharKind.upper : CharKind.lower;
}
