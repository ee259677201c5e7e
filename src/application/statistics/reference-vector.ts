import type { JsonValue } from '../../domain/shared/json-value.js';

/** A JSON object. */
export type JsonFields = Readonly<Record<string, JsonValue>>;

/** A calculation with what other programs got for it, and how close is close enough. */
export interface ReferenceVector {
  readonly name: string;
  readonly method: string;
  readonly inputs: JsonFields;
  readonly params: JsonFields;
  /** Figures by field; `null` is "undefined". */
  readonly expected: JsonFields;
  /** `abs` and `rel`; any other key replaces `abs` for the fields that have it in their name. */
  readonly tolerance: Readonly<Record<string, number>>;
}
