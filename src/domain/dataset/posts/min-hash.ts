import { mixed } from './word-hash.js';

/** Bands of a signature; two texts meet when one band of theirs is equal. */
export const BANDS = 12;
const ROWS = 2;

/** One number a hash function, fixed for ever: signatures do not depend on the run. */
const SALTS = Uint32Array.from({ length: BANDS * ROWS }, (_, index) => mixed(0x5bd1e995 + index * 0x9e3779b1));

/**
 * The bands of a set's MinHash signature (Broder 1997). Sets of similarity s share a row with probability s, and a band
 * with s²: with 12 bands, sets of similarity 0.6 meet with probability 0.995, of 0.1 with 0.11.
 *
 * @param shingles - the set.
 * @param salt - sets of different salts never meet but by chance.
 * @returns one 32-bit key a band.
 */
export function bandKeys(shingles: Uint32Array, salt: number): Uint32Array {
  const keys = new Uint32Array(BANDS);
  for (let band = 0; band < BANDS; band++) {
    let key = mixed(salt + band);
    for (let row = 0; row < ROWS; row++) key = mixed(key ^ smallest(shingles, SALTS[band * ROWS + row] ?? 0));
    keys[band] = key;
  }
  return keys;
}

function smallest(shingles: Uint32Array, salt: number): number {
  let least = 0xffffffff;
  // An index, not an iterator: this is the inner loop of the whole search.
  for (let index = 0, count = shingles.length; index < count; index++) {
    const product = Math.imul((shingles[index] ?? 0) ^ salt, 0x85ebca6b);
    const hash = (product ^ (product >>> 15)) >>> 0;
    if (hash < least) least = hash;
  }
  return least;
}
