import { BANDS } from './min-hash.js';

const NONE = -1;

/**
 * Which of the newest sets have the same key in a band: chains from the newest back, in flat arrays that never grow, so
 * that a long import leaves no garbage.
 */
export class BandChains {
  readonly #mask: number;
  /** For each band and bucket the number of its newest set. */
  readonly #newest: Int32Array;
  /** By place and band. */
  readonly #keys: Uint32Array;
  /** By place and band, the number of the set before in the same bucket. */
  readonly #before: Int32Array;
  #count = 0;

  /** @param remembered - how many of the newest sets are kept. */
  constructor(private readonly remembered: number) {
    const buckets = 2 ** Math.ceil(Math.log2(Math.max(2, 2 * remembered)));
    this.#mask = buckets - 1;
    this.#newest = new Int32Array(BANDS * buckets).fill(NONE);
    this.#keys = new Uint32Array(BANDS * remembered);
    this.#before = new Int32Array(BANDS * remembered);
  }

  /** Adds a set by its keys, one a band. @returns its place, 0…remembered − 1: that of the oldest, which is forgotten. */
  add(keys: Uint32Array): number {
    const place = this.#count % this.remembered;
    for (let band = 0; band < BANDS; band++) {
      const key = keys[band] ?? 0;
      const bucket = this.#bucket(band, key);
      this.#keys[BANDS * place + band] = key;
      this.#before[BANDS * place + band] = this.#newest[bucket] ?? NONE;
      this.#newest[bucket] = this.#count;
    }
    this.#count++;
    return place;
  }

  /** The places of the remembered sets that have a key in a band, the newest first. */
  *sharing(band: number, key: number): Generator<number> {
    const oldest = Math.max(0, this.#count - this.remembered);
    let number = this.#newest[this.#bucket(band, key)] ?? NONE;
    while (number >= oldest) {
      const at = BANDS * (number % this.remembered) + band;
      if (this.#keys[at] === key) yield number % this.remembered;
      number = this.#before[at] ?? NONE;
    }
  }

  #bucket(band: number, key: number): number {
    return band * (this.#mask + 1) + (key & this.#mask);
  }
}
