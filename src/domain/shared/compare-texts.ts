const FIRST_SURROGATE = 0xd800;
const LAST_SURROGATE = 0xdfff;
const ABOVE_ALL = 0x10000;

/**
 * Compares texts as stores do: by their UTF-8 bytes, which is the order of their code points. (`<` compares UTF-16 units,
 * in which surrogates lie below U+E000 … U+FFFF.)
 *
 * @returns negative, zero or positive.
 */
export function compareTexts(a: string, b: string): number {
  const length = Math.min(a.length, b.length);
  for (let index = 0; index < length; index += 1) {
    const [left, right] = [a.charCodeAt(index), b.charCodeAt(index)];
    if (left !== right) return rank(left) - rank(right);
  }
  return a.length - b.length;
}

function rank(unit: number): number {
  return unit >= FIRST_SURROGATE && unit <= LAST_SURROGATE ? unit + ABOVE_ALL : unit;
}
