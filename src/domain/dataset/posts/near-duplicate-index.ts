import type { Instant } from '../../time/instant.js';
import { BandChains } from './band-chains.js';
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
}

/** Finds posts that repeat an earlier one with a few words changed; memory is bounded by the number remembered. */
export class NearDuplicateIndex {
  readonly #ring: (Entry | undefined)[];
  readonly #chains: BandChains;

  constructor(private readonly rules: NearDuplicateRules) {
    this.#ring = new Array<Entry | undefined>(rules.remembered);
    this.#chains = new BandChains(rules.remembered);
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
    const entry = { salt, date, shingles, numbers };
    if (this.#hasLike(entry, keys)) return true;
    this.#ring[this.#chains.add(keys)] = entry;
    return false;
  }

  #hasLike(entry: Entry, keys: Uint32Array): boolean {
    const seen = new Set<number>();
    for (let band = 0; band < BANDS; band++) {
      for (const place of this.#chains.sharing(band, keys[band] ?? 0)) {
        const found = seen.has(place) ? undefined : this.#ring[place];
        if (found !== undefined && this.#alike(entry, found)) return true;
        seen.add(place);
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
}

function equal(one: Uint32Array, other: Uint32Array): boolean {
  return one.length === other.length && one.every((value, index) => value === other[index]);
}
