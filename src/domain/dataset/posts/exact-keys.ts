const START = 1024;
const EMPTY = 0;

/**
 * A set of 64-bit keys, each two unsigned 32-bit halves, in one flat array: 8 bytes a slot, at most three of four
 * slots taken. Two different texts share a key once in 2^64; among a million posts the chance of any such pair is 3 × 10⁻⁸.
 */
export class ExactKeys {
  #slots = new Uint32Array(2 * START);
  #size = 0;

  get size(): number {
    return this.#size;
  }

  /** Adds a key; false when it was there. */
  add(high: number, low: number): boolean {
    if (4 * (this.#size + 1) > 1.5 * this.#slots.length) this.#grow();
    const added = place(this.#slots, high === EMPTY && low === EMPTY ? 1 : high, low);
    if (added) this.#size++;
    return added;
  }

  #grow(): void {
    const old = this.#slots;
    this.#slots = new Uint32Array(2 * old.length);
    for (let at = 0; at < old.length; at += 2) {
      const [high = EMPTY, low = EMPTY] = [old[at], old[at + 1]];
      if (high !== EMPTY || low !== EMPTY) place(this.#slots, high, low);
    }
  }
}

/** Open addressing, the next slot when one is taken. A key of two zeros marks an empty slot. */
function place(slots: Uint32Array, high: number, low: number): boolean {
  const mask = slots.length / 2 - 1;
  let at = low & mask;
  for (;;) {
    const [foundHigh, foundLow] = [slots[2 * at], slots[2 * at + 1]];
    if (foundHigh === high && foundLow === low) return false;
    if (foundHigh === EMPTY && foundLow === EMPTY) break;
    at = (at + 1) & mask;
  }
  slots[2 * at] = high;
  slots[2 * at + 1] = low;
  return true;
}
