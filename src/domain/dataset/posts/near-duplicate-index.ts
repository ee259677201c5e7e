import type { Instant } from '../../time/instant.js';
import { BANDS, bandKeys } from './min-hash.js';
import { shinglesOf, similarity } from './shingles.js';
import type { WordHashes } from './word-hashes.js';

/** What makes two posts nearly the same, and how many are remembered. */
export interface NearDuplicateRules {
  /** From this similarity of word pairs on, 0…1, when both tell the same numbers. */
  readonly threshold: number;
  /** From this on whatever the numbers: other numbers in the same words are fresh news (rates, scores, dates). */
  readonly numbersThreshold: number;
  /** Texts of fewer words are compared as a whole only. */
  readonly fewestWords: number;
  /** Posts further apart than this are news again. */
  readonly span: number;
  /** The newest posts that are remembered, over all channels. */
  readonly remembered: number;
}

interface Entry {
  readonly salt: number;
  readonly date: Instant;
  readonly shingles: Uint32Array;
  readonly numbers: Uint32Array;
  readonly keys: Uint32Array;
  /** For each band the number of the post before that has the same key, −1 for none. */
  readonly before: Int32Array;
}

/** Finds posts that repeat an earlier one with a few words changed; memory is bounded by the number remembered. */
export class NearDuplicateIndex {
  readonly #ring: (Entry | undefined)[];
  readonly #newest = new Map<number, number>();
  #count = 0;

  constructor(private readonly rules: NearDuplicateRules) {
    this.#ring = new Array<Entry | undefined>(rules.remembered);
  }

  /**
   * Says whether a post is nearly one that is remembered, and remembers it when it is not.
   *
   * @param salt - a number of the channel: posts of different channels are not compared.
   */
  add(salt: number, date: Instant, { terms, numbers }: WordHashes): boolean {
    if (terms.length < this.rules.fewestWords) return false;
    const shingles = shinglesOf(terms);
    const keys = bandKeys(shingles, salt);
    const entry = { salt, date, shingles, numbers, keys, before: new Int32Array(BANDS) };
    if (this.#hasLike(entry)) return true;
    this.#remember(entry);
    return false;
  }

  #hasLike(entry: Entry): boolean {
    const seen = new Set<number>();
    for (let band = 0; band < BANDS; band++) {
      let number = this.#newest.get(entry.keys[band] ?? 0) ?? -1;
      for (let found = this.#entry(number); found !== undefined; found = this.#entry(number)) {
        if (!seen.has(number) && this.#alike(entry, found)) return true;
        seen.add(number);
        number = found.before[band] ?? -1;
      }
    }
    return false;
  }

  #alike(entry: Entry, found: Entry): boolean {
    if (found.salt !== entry.salt || Math.abs(found.date - entry.date) > this.rules.span) return false;
    const alike = similarity(found.shingles, entry.shingles);
    if (alike >= this.rules.numbersThreshold) return true;
    return alike >= this.rules.threshold && equal(found.numbers, entry.numbers);
  }

  /** The post of that number while it is remembered. */
  #entry(number: number): Entry | undefined {
    const remembered = number >= 0 && number >= this.#count - this.rules.remembered;
    return remembered ? this.#ring[number % this.rules.remembered] : undefined;
  }

  #remember(entry: Entry): void {
    const slot = this.#count % this.rules.remembered;
    const old = this.#ring[slot];
    if (old !== undefined) this.#forget(old, this.#count - this.rules.remembered);
    entry.keys.forEach((key, band) => {
      entry.before[band] = this.#newest.get(key) ?? -1;
      this.#newest.set(key, this.#count);
    });
    this.#ring[slot] = entry;
    this.#count++;
  }

  #forget(entry: Entry, number: number): void {
    for (const key of entry.keys) if (this.#newest.get(key) === number) this.#newest.delete(key);
  }
}

function equal(one: Uint32Array, other: Uint32Array): boolean {
  return one.length === other.length && one.every((value, index) => value === other[index]);
}
