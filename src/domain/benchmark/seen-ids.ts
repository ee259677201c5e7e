const FEWEST_SLOTS = 1024;
const FILLED = 0.6;

/**
 * Remembers on which line each id of a data set stood, in 12 bytes an id (20 while it grows): 64 bits of a hash and the
 * line. Two ids may share a hash (for a million ids with a probability of 3 in 10⁸), so a hit is a suspicion that the
 * caller has to look into.
 */
export class SeenIds {
  #low = new Uint32Array(FEWEST_SLOTS);
  #high = new Uint32Array(FEWEST_SLOTS);
  #lines = new Uint32Array(FEWEST_SLOTS);
  #count = 0;

  /**
   * Remembers an id.
   *
   * @param line from 1
   * @returns the first line with an id of the same hash, `undefined` when there was none
   */
  add(id: string, line: number): number | undefined {
    if (this.#count >= this.#lines.length * FILLED) this.#grow();
    const [low, high] = hash(id);
    const slot = this.#slotOf(low, high);
    const known = this.#lines[slot] ?? 0;
    if (known > 0) return known;
    this.#put(slot, low, high, line);
    return undefined;
  }

  #slotOf(low: number, high: number): number {
    const mask = this.#lines.length - 1;
    let slot = low & mask;
    while (this.#lines[slot] !== 0 && (this.#low[slot] !== low || this.#high[slot] !== high)) slot = (slot + 1) & mask;
    return slot;
  }

  #put(slot: number, low: number, high: number, line: number): void {
    this.#low[slot] = low;
    this.#high[slot] = high;
    this.#lines[slot] = line;
    this.#count += 1;
  }

  #grow(): void {
    const [lows, highs, lines] = [this.#low, this.#high, this.#lines];
    this.#low = new Uint32Array(lines.length * 2);
    this.#high = new Uint32Array(lines.length * 2);
    this.#lines = new Uint32Array(lines.length * 2);
    this.#count = 0;
    for (const [at, line] of lines.entries()) if (line > 0) this.#move(lows[at] ?? 0, highs[at] ?? 0, line);
  }

  #move(low: number, high: number, line: number): void {
    this.#put(this.#slotOf(low, high), low, high, line);
  }
}

/** Two multiplicative hashes of 32 bits over the UTF-16 units, each mixed at the end (the finaliser of MurmurHash3). */
function hash(text: string): readonly [number, number] {
  let low = 0x811c9dc5;
  let high = 0x9747b28c;
  for (let index = 0; index < text.length; index += 1) {
    const unit = text.charCodeAt(index);
    low = Math.imul(low ^ unit, 0x01000193);
    high = Math.imul(high ^ unit, 0x5bd1e995);
  }
  return [mixed(low), mixed(high)];
}

function mixed(value: number): number {
  let bits = value;
  bits = Math.imul(bits ^ (bits >>> 16), 0x85ebca6b);
  bits = Math.imul(bits ^ (bits >>> 13), 0xc2b2ae35);
  return (bits ^ (bits >>> 16)) >>> 0;
}
