import { mixed } from './word-hash.js';

/** How many words overlap in one shingle. */
const WORDS = 2;
/** Posts longer than this are told apart by their beginning. */
const MOST = 512;

/**
 * The set of a text's word pairs as sorted 32-bit hashes: two texts are alike when their sets are.
 *
 * @param words - hashes of the words in order.
 */
export function shinglesOf(words: Uint32Array): Uint32Array {
  const count = Math.min(MOST, Math.max(0, words.length - WORDS + 1));
  const hashes = new Uint32Array(count);
  for (let index = 0; index < count; index++) {
    const [first = 0, second = 0] = [words[index], words[index + 1]];
    hashes[index] = mixed(Math.imul(first, 0x9e3779b1) ^ second);
  }
  return distinct(hashes.sort());
}

function distinct(sorted: Uint32Array): Uint32Array {
  let count = 0;
  for (let index = 0; index < sorted.length; index++) {
    const value = sorted[index] ?? 0;
    if (index === 0 || value !== sorted[count - 1]) sorted[count++] = value;
  }
  return sorted.slice(0, count);
}

/** The share of shingles that two sets have in common among all that either has (Jaccard), 0…1. */
export function similarity(one: Uint32Array, other: Uint32Array): number {
  let [left, right, common] = [0, 0, 0];
  while (left < one.length && right < other.length) {
    const [a = 0, b = 0] = [one[left], other[right]];
    if (a === b) common++;
    if (a <= b) left++;
    if (b <= a) right++;
  }
  const all = one.length + other.length - common;
  return all === 0 ? 0 : common / all;
}
