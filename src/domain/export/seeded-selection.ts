/**
 * Keeps the `size` items of lowest rank out of any number that are offered, in memory for twice as many at most. With a
 * hash of (seed, id) for a rank that is a random sample which depends on seed and ids alone: neither on the order of
 * offers nor on what else is offered beyond it.
 */
export class SeededSelection<T> {
  #kept: { readonly rank: string; readonly item: T }[] = [];

  /** @param size how many to keep, ≥ 1. */
  constructor(private readonly size: number) {}

  offer(rank: string, item: T): void {
    this.#kept.push({ rank, item });
    if (this.#kept.length >= 2 * this.size + 64) this.#cut();
  }

  /** The chosen items by rank. */
  items(): readonly T[] {
    this.#cut();
    return this.#kept.map(({ item }) => item);
  }

  #cut(): void {
    this.#kept.sort((a, b) => (a.rank < b.rank ? -1 : a.rank > b.rank ? 1 : 0));
    this.#kept.length = Math.min(this.#kept.length, this.size);
  }
}
