/**
 * The index of the first byte that is not part of well-formed UTF-8 (overlong forms, surrogates and numbers above
 * U+10FFFF are not); the length when all is well. Only called on text that is known to be broken.
 */
export function firstInvalidUtf8(bytes: Uint8Array): number {
  let index = 0;
  while (index < bytes.length) {
    const length = sequenceLength(bytes, index);
    if (length === 0) return index;
    index += length;
  }
  return index;
}

/** The length of the character that begins at `index`, 0 when none does (Unicode standard, table 3-7). */
function sequenceLength(bytes: Uint8Array, index: number): number {
  const [first = 0, second = 0, ...rest] = bytes.subarray(index, index + 4);
  if (first < 0x80) return 1;
  const length = LENGTHS.find(([below]) => first < below)?.[1] ?? 0;
  const [low, high] = secondByteRange(first);
  if (second < low || second > high) return 0;
  const continued = rest.slice(0, Math.max(0, length - 2)).filter((byte) => (byte & 0xc0) === 0x80).length;
  return continued === Math.max(0, length - 2) ? length : 0;
}

/** How long a character is whose first byte lies below the bound, and not below the one before. */
const LENGTHS = [
  [0xc2, 0],
  [0xe0, 2],
  [0xf0, 3],
  [0xf5, 4],
] as const;

function secondByteRange(first: number): readonly [number, number] {
  if (first === 0xe0) return [0xa0, 0xbf];
  if (first === 0xed) return [0x80, 0x9f];
  if (first === 0xf0) return [0x90, 0xbf];
  if (first === 0xf4) return [0x80, 0x8f];
  return [0x80, 0xbf];
}
