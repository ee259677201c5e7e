/**
 * The 32-bit hash of a word: FNV-1a over UTF-16 code units, finished so that near inputs lie far apart (the last step of
 * MurmurHash3). Equal on every machine.
 */
export function wordHash(word: string): number {
  let hash = 0x811c9dc5;
  for (let index = 0; index < word.length; index++) hash = Math.imul(hash ^ word.charCodeAt(index), 0x01000193);
  return mixed(hash);
}

/** Spreads the bits of a 32-bit number; a bijection, so different inputs stay different. */
export function mixed(value: number): number {
  let hash = value ^ (value >>> 16);
  hash = Math.imul(hash, 0x85ebca6b);
  hash ^= hash >>> 13;
  hash = Math.imul(hash, 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}
