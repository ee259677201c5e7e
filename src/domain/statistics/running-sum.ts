/** A sum that numbers are added to one after the other, with Neumaier's compensation as in `exactSum`. */
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

  /** `null` for no values. */
  get mean(): number | null {
    return this.#count === 0 ? null : (this.#sum + this.#lost) / this.#count;
  }
}
