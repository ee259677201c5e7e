import type { JsonValue } from '../../domain/shared/json-value.js';
import type { VectorFields } from './vector-fields.js';

/** What a method computes from. */
export interface MethodInput {
  readonly inputs: VectorFields;
  readonly params: VectorFields;
}

/** Figures by field: `null` where one is undefined, no key where the vector does not give what it needs. */
export type Figures = Readonly<Record<string, JsonValue>>;

/** A method of the reference vectors that the product offers. */
export interface OfferedMethod {
  /** The fields that it offers. */
  readonly fields: readonly string[];
  /** @throws VectorFault, or RangeError of the domain, for inputs that are not what the method takes */
  readonly compute: (input: MethodInput) => Figures;
}

/** Methods by the name that vectors use. */
export type MethodTable = Readonly<Record<string, OfferedMethod>>;
