import type { JsonValue } from '../../domain/shared/json-value.js';
import type { JsonFields } from './reference-vector.js';
import { VectorFault } from './vector-fault.js';

/** Where a number may lie, both ends included, and whether it must be whole. */
export interface NumberRule {
  readonly min?: number;
  readonly max?: number;
  readonly whole?: boolean;
}

/** Reads the inputs or the parameters of a vector; whatever is not as asked for is a `VectorFault` that names it. */
export class VectorFields {
  readonly #unread: Set<string>;

  constructor(
    private readonly place: 'inputs' | 'params',
    private readonly fields: JsonFields,
  ) {
    this.#unread = new Set(Object.keys(fields));
  }

  /** Fields that nothing asked for. */
  get unread(): readonly string[] {
    return [...this.#unread];
  }

  has(name: string): boolean {
    return this.fields[name] !== undefined;
  }

  raw(name: string): JsonValue {
    this.#unread.delete(name);
    return this.fields[name] ?? this.refuse(name, 'is missing');
  }

  number(name: string, rule: NumberRule = {}, fallback?: number): number {
    if (fallback !== undefined && !this.has(name)) return fallback;
    return this.#number(this.raw(name), name, rule);
  }

  text(name: string): string {
    const value = this.raw(name);
    return typeof value === 'string' ? value : this.refuse(name, 'is not text');
  }

  numbers(name: string, rule: NumberRule = {}): readonly number[] {
    return this.#list(this.raw(name), name).map((value, index) => this.#number(value, `${name}[${index}]`, rule));
  }

  /** Numbers of which some may be missing (`null`). */
  someNumbers(name: string, rule: NumberRule = {}): readonly (number | null)[] {
    return this.#list(this.raw(name), name).map((value, index) => this.#optional(value, `${name}[${index}]`, rule));
  }

  /** Names, texts or numbers, as texts. */
  labels(name: string): readonly string[] {
    return this.#list(this.raw(name), name).map((value, index) =>
      typeof value === 'string' || typeof value === 'number'
        ? String(value)
        : this.refuse(`${name}[${index}]`, 'is neither text nor a number'),
    );
  }

  rows(name: string, rule: NumberRule = {}): readonly (readonly number[])[] {
    return this.#rows(name).map((row, at) =>
      row.map((value, index) => this.#number(value, `${name}[${at}][${index}]`, rule)),
    );
  }

  /** Rows of which some numbers may be missing (`null`). */
  someRows(name: string): readonly (readonly (number | null)[])[] {
    return this.#rows(name).map((row, at) =>
      row.map((value, index) => this.#optional(value, `${name}[${at}][${index}]`, {})),
    );
  }

  /** Rows of exactly `width` numbers. */
  tuples(name: string, width: number): readonly (readonly number[])[] {
    const rows = this.rows(name);
    const odd = rows.findIndex((row) => row.length !== width);
    return odd === -1 ? rows : this.refuse(`${name}[${odd}]`, `has not ${width} numbers`);
  }

  refuse(name: string, what: string): never {
    throw new VectorFault(`${this.place}.${name} ${what}`);
  }

  #rows(name: string): readonly (readonly JsonValue[])[] {
    return this.#list(this.raw(name), name).map((row, index) => this.#list(row, `${name}[${index}]`));
  }

  #list(value: JsonValue, name: string): readonly JsonValue[] {
    return Array.isArray(value) ? (value as readonly JsonValue[]) : this.refuse(name, 'is not a list');
  }

  #optional(value: JsonValue, name: string, rule: NumberRule): number | null {
    return value === null ? null : this.#number(value, name, rule);
  }

  #number(value: JsonValue, name: string, { min = -Infinity, max = Infinity, whole = false }: NumberRule): number {
    if (typeof value !== 'number' || !Number.isFinite(value)) return this.refuse(name, 'is not a number');
    if (value < min || value > max) return this.refuse(name, `is ${value}, outside ${min}…${max}`);
    return whole && !Number.isInteger(value) ? this.refuse(name, `is ${value}, not a whole number`) : value;
  }
}
