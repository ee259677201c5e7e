/**
 * A sum that numbers are added to one after the other, with Neumaier's compensation: the error does not grow with how many
 * there are.
 *
 * Source: Neumaier 1974, Z. angew. Math. Mech. 54, 39–51.
 */
export class RunningSum {
  #sum = 0;
  #lost = 0;
  #count = 0;

  add(value: number): void {
    const next = this.#sum + value;
    this.#lost += Math.abs(this.#sum) >= Math.abs(value) ? this.#sum - next + value : value - next + this.#sum;
    this.#sum = next;
    this.#count += 1;
  }

  get count(): number {
    return this.#count;
  }

  /** 0 for no values. */
  get total(): number {
    return this.#sum + this.#lost;
  }

  /** `null` for no values. */
  get mean(): number | null {
    return this.#count === 0 ? null : this.total / this.#count;
  }
}
