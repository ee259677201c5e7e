type Numbers = Float64Array | Uint32Array | Uint8Array;

/** A kind of column: what its numbers are stored as. */
export type ColumnType<A extends Numbers> = new (length: number) => A;

/** A list of numbers in a typed array that grows: 1 to 8 bytes a number, where an array of objects takes a hundred. */
export class GrowingColumn<A extends Numbers> {
  #numbers: A;
  #length = 0;

  /** @param capacity how many numbers are expected; more are taken too. */
  constructor(
    private readonly type: ColumnType<A>,
    capacity = 0,
  ) {
    this.#numbers = new type(capacity);
  }

  get length(): number {
    return this.#length;
  }

  push(number: number): void {
    if (this.#length === this.#numbers.length) this.#grow();
    this.#numbers[this.#length] = number;
    this.#length += 1;
  }

  /** The number at a place; NaN outside. */
  at(index: number): number {
    return index < this.#length ? (this.#numbers[index] ?? NaN) : NaN;
  }

  #grow(): void {
    const larger = new this.type(Math.max(64, Math.ceil(this.#length * 1.5)));
    larger.set(this.#numbers);
    this.#numbers = larger;
  }
}
