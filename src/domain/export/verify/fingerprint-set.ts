const FIRST_SLOTS = 1 << 12;
const FULL_AT = 0.75;

/**
 * A set of 64-bit fingerprints in flat memory: 8 bytes a slot, 11 to 22 bytes an entry, about three times as much of them
 * for the moment in which it grows. Among a million different random fingerprints two are equal with a chance of 3 in
 * 10⁸.
 */
export class FingerprintSet {
  #slots = new Uint32Array(2 * FIRST_SLOTS);
  #size = 0;

  /**
   * Adds the fingerprint that the first 16 of these hexadecimal digits make.
   *
   * @returns whether it is new.
   */
  add(hash: string): boolean {
    const high = parseInt(hash.slice(0, 8), 16);
    // Two zeros mark a free slot.
    const low = parseInt(hash.slice(8, 16), 16) || 1;
    if (!put(this.#slots, high, low)) return false;
    this.#size += 1;
    if (this.#size > (this.#slots.length / 2) * FULL_AT) this.#grow();
    return true;
  }

  #grow(): void {
    const larger = new Uint32Array(2 * this.#slots.length);
    for (let at = 0; at < this.#slots.length; at += 2) {
      const [high = 0, low = 0] = this.#slots.subarray(at, at + 2);
      if (low !== 0) put(larger, high, low);
    }
    this.#slots = larger;
  }
}

function put(slots: Uint32Array, high: number, low: number): boolean {
  const mask = slots.length / 2 - 1;
  let slot = low & mask;
  while (slots[2 * slot + 1] !== 0) {
    if (slots[2 * slot] === high && slots[2 * slot + 1] === low) return false;
    slot = (slot + 1) & mask;
  }
  slots[2 * slot] = high;
  slots[2 * slot + 1] = low;
  return true;
}
