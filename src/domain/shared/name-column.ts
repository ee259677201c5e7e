import { GrowingColumn } from './growing-column.js';

/** A list of names of which there are few different ones: each is kept once, the list holds its number. */
export class NameColumn {
  readonly #names: string[] = [];
  readonly #numbers = new Map<string, number>();
  readonly #column: GrowingColumn<Uint32Array>;

  /** @param capacity how many entries are expected; more are taken too. */
  constructor(capacity = 0) {
    this.#column = new GrowingColumn(Uint32Array, capacity);
  }

  push(name: string): void {
    const known = this.#numbers.get(name);
    this.#column.push(known ?? this.#add(name));
  }

  /** The name at a place; empty outside. */
  at(index: number): string {
    return this.#names[this.#column.at(index)] ?? '';
  }

  #add(name: string): number {
    const number = this.#names.push(name) - 1;
    this.#numbers.set(name, number);
    return number;
  }
}
